using Interactor.Runtime.Json.Validation;

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

    /// <summary>The findings about something that a provider wrote, or that was made of it: the names of its members may hold secrets, and break lines.</summary>
    public static IReadOnlyList<ErrorDetail> Redact(IReadOnlyList<ErrorDetail> errors, ActionContext context)
    {
        // Places begin alike, so most steps are there many times.
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        return [.. errors.Select(error => error with { Pointer = string.Concat((JsonPointer.Steps(error.Pointer) ?? []).Select(Step)) })];

        string Step(string step)
        {
            if (!known.TryGetValue(step, out string? shown))
            {
                shown = "/" + JsonPointer.Escape(SecretRedactor.Redact(step, context));
                known.Add(step, shown);
            }

            return shown;
        }
    }
}
