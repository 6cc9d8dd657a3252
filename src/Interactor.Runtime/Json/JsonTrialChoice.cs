namespace Interactor.Runtime.Json;

/// <summary>Finds the case of a union by validating against the schema of each.</summary>
public sealed class JsonTrialChoice
{
    private readonly bool _isExact;

    private readonly (JsonSchema Schema, int Case)[] _cases;

    /// <summary>A choice.</summary>
    /// <param name="isExact">A value that several schemas accept is of no case (<c>oneOf</c>); otherwise the first that accepts it decides.</param>
    /// <param name="cases">The schemas, each with its case.</param>
    public JsonTrialChoice(bool isExact, params (JsonSchema Schema, int Case)[] cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        _isExact = isExact;
        _cases = cases;
    }

    /// <summary>The case of the value that a scanner stands at.</summary>
    /// <param name="scanner">The scanner; the caller's own stays where it is.</param>
    /// <returns>-1 when no schema accepts the value, or several do where one must.</returns>
    public int Find(JsonScanner scanner)
    {
        int found = -1;
        if (!scanner.TryRaw(out ReadOnlySpan<byte> json))
        {
            return found;
        }

        foreach ((JsonSchema schema, int number) in _cases)
        {
            if (!schema.IsValid(json))
            {
                continue;
            }

            if (found >= 0)
            {
                return -1;
            }

            found = number;
            if (!_isExact)
            {
                break;
            }
        }

        return found;
    }
}
