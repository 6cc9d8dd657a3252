namespace Interactor.Runtime.Execution;

/// <summary>Sums up what a validation found, for the sentence of an exception; the findings themselves are its details.</summary>
internal static class Findings
{
    /// <summary>The first finding with its place, and how many more there are. Findings never repeat values, so neither does this.</summary>
    public static string Summary(IReadOnlyList<ErrorDetail> errors)
    {
        if (errors.Count == 0)
        {
            return "";
        }

        string place = errors[0].Pointer.Length == 0 ? "the document" : errors[0].Pointer;
        return $": {place} {errors[0].Message}{(errors.Count > 1 ? $", and {errors.Count - 1} more" : "")}";
    }
}
