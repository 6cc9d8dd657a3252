using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Turns the text of a schema into nodes, each registered under its JSON Pointer so that references find it.</summary>
internal sealed class SchemaLoader(Dictionary<string, SchemaNode> nodes)
{
    private readonly Queue<Action<SchemaDocument>> _links = new();

    public void OnLoaded(Action<SchemaDocument> link) => _links.Enqueue(link);

    /// <summary>Connects references; connecting one may load more of the text, with more references.</summary>
    public void Link(SchemaDocument document)
    {
        while (_links.TryDequeue(out Action<SchemaDocument>? link))
        {
            link(document);
        }
    }

    /// <param name="schema">An object or a boolean.</param>
    /// <param name="parent">The JSON Pointer of the schema object around it.</param>
    /// <param name="step">The way from there.</param>
    /// <param name="owner">The keyword that holds it.</param>
    public SchemaNode Load(JsonElement schema, string parent, string step, string? owner)
    {
        string pointer = parent + step;
        NameTable names = new();
        List<Keyword> keywords = [];
        bool? always = schema.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Object => null,
            _ => throw new InvalidOperationException($"The schema's '{pointer}' must be an object or a boolean."),
        };

        if (always is null)
        {
            foreach (KeywordRow row in KeywordTable.Rows)
            {
                if (schema.TryGetProperty(row.Name, out JsonElement value))
                {
                    keywords.AddRange(row.Read(new(this, schema, pointer, names, row.Name, value)));
                }
            }
        }

        SchemaNode node = new(step, owner, always, names, keywords);
        nodes[pointer] = node;
        return node;
    }
}
