using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>additionalProperties</c> (core, section 10.3.2.3): the members that <c>properties</c> and <c>patternProperties</c> leave over.</summary>
internal sealed class AdditionalPropertiesKeyword(KeywordSite site) : ObjectKeyword(site.Name, "must match the schema of other members")
{
    private readonly SchemaNode _schema = site.Schema();

    public override SchemaNode? SchemaFor(int index, bool isMatched, ref Utf8JsonReader reader, ref Evaluation evaluation) =>
        isMatched ? null : _schema;
}
