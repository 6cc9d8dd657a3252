using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>
/// Why a value matches none of several alternatives. Listing what each of them misses helps nobody; where the value can only have meant
/// one of them (the others ask for another type or another tag), what that one misses is what the sender must mend.
/// </summary>
internal static class UnionErrors
{
    /// <param name="keyword">The union; its own finding comes first.</param>
    /// <param name="schemas">The alternatives, all of which fail.</param>
    /// <param name="reader">On the value's first token; stays there.</param>
    /// <param name="evaluation">Collects findings.</param>
    public static void Explain(Keyword keyword, SchemaNode[] schemas, ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        ErrorCollector errors = evaluation.Errors!;
        errors.Report(keyword);
        string place = errors.Path.ToString();
        List<ErrorDetail>? meant = null;
        int candidates = 0;
        for (int i = 0; i < schemas.Length && !evaluation.IsExhausted; i++)
        {
            int before = errors.Count;
            Utf8JsonReader copy = reader;
            schemas[i].Evaluate(ref copy, ref evaluation);
            List<ErrorDetail> found = errors.TakeFrom(before);
            if (!found.Exists(error => RulesOut(error, place)))
            {
                meant = found;
                candidates++;
            }
        }

        if (candidates == 1)
        {
            errors.AddRange(meant!);
        }
    }

    // Another type, or another constant at the value itself or in one of its members (a tag).
    private static bool RulesOut(ErrorDetail error, string place)
    {
        bool isHere = error.Pointer.Length == place.Length;
        bool isMember = !isHere && error.Pointer.IndexOf('/', place.Length + 1) < 0;
        return error.Keyword switch
        {
            "type" or "enum" => isHere,
            "const" => isHere || isMember,
            _ => isHere && error.Message == ErrorCollector.Forbidden,
        };
    }
}
