namespace Interactor.Runtime.Json;

/// <summary>JSON does not match the contract that it was read or written by.</summary>
public sealed class JsonContractException : Exception
{
    private const int Shown = 3;

    /// <summary>A mismatch with every place where it shows.</summary>
    /// <param name="errors">At least one finding; none repeats a value of the document.</param>
    public JsonContractException(IReadOnlyList<ErrorDetail> errors)
        : base(Summarize(errors))
    {
        Errors = errors;
    }

    /// <summary>Every finding: where, what, and which keyword of the schema says so.</summary>
    public IReadOnlyList<ErrorDetail> Errors { get; }

    private static string Summarize(IReadOnlyList<ErrorDetail> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        IEnumerable<string> shown = errors.Take(Shown).Select(static e => $"{(e.Pointer.Length == 0 ? "the document" : e.Pointer)} {e.Message}");
        string more = errors.Count > Shown ? $"; and {errors.Count - Shown} more" : string.Empty;
        return $"The JSON does not match its contract: {string.Join("; ", shown)}{more}.";
    }
}
