using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>
/// Finds schemas of one text that ask the same of a value and hold no others: a hundred members that are short texts are then tested by one
/// plan, which stays near the processor where a hundred would not.
/// </summary>
internal sealed class LeafTable
{
    private static readonly string[] Always = ["type", "$lexicalInteger", "enum", "const", "format"];

    private static readonly string[] OfNumbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    private static readonly string[] OfStrings = ["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"];

    private readonly Dictionary<string, SchemaModel> _leaves = new(StringComparer.Ordinal);

    private readonly StringBuilder _key = new();

    /// <summary>Makes a schema point to the first that is like it, where there is one.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="site">Its text.</param>
    public void Add(SchemaModel schema, SchemaSite site)
    {
        if (schema is { Object: null, Array: null, InPlace: null, String: null or { ContentSchema: null } })
        {
            _key.Clear();
            Append(site, Always);
            Append(site, schema.Number is null ? [] : OfNumbers);
            Append(site, schema.String is null ? [] : OfStrings);
            string key = _key.ToString();
            if (!_leaves.TryAdd(key, schema))
            {
                schema.Alike = _leaves[key];
            }
        }
    }

    private void Append(SchemaSite site, string[] keywords)
    {
        foreach (string keyword in keywords)
        {
            if (site.TryGet(keyword, out JsonElement value))
            {
                _key.Append(keyword).Append(':').Append(value.GetRawText()).Append('\n');
            }
        }
    }
}
