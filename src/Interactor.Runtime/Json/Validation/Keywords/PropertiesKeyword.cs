using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>properties</c> (core, section 10.3.2.1).</summary>
internal sealed class PropertiesKeyword : ObjectKeyword
{
    // By the number of the name; other keywords may have numbered names before and may still do so.
    private readonly SchemaNode?[] _schemas;

    public PropertiesKeyword(KeywordSite site)
        : base(site.Name, "must match the schemas of its members")
    {
        List<SchemaNode?> schemas = [];
        foreach (JsonProperty property in site.Value.EnumerateObject())
        {
            int index = site.Names.Add(property.Name);
            while (schemas.Count <= index)
            {
                schemas.Add(null);
            }

            schemas[index] = site.Schema(property.Name, property.Value);
        }

        _schemas = [.. schemas];
    }

    public override SchemaNode? SchemaFor(int index, bool isMatched, ref Utf8JsonReader reader, ref Evaluation evaluation) =>
        (uint)index < (uint)_schemas.Length ? _schemas[index] : null;
}
