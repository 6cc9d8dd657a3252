using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>propertyNames</c> (core, section 10.3.2.4).</summary>
internal sealed class PropertyNamesKeyword(KeywordSite site) : ObjectKeyword(site.Name, "must match the schema of names")
{
    private readonly SchemaNode _schema = site.Schema();

    public override bool AcceptsName(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        // A name with its quotes is a document of its own, with a string in it.
        int start = (int)reader.TokenStartIndex;
        Utf8JsonReader name = JsonEquality.Begin(evaluation.Document.Slice(start, reader.ValueSpan.Length + 2));
        return _schema.Evaluate(ref name, ref evaluation);
    }
}
