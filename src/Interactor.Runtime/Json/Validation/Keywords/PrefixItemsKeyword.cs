namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>prefixItems</c> (core, section 10.3.1.1).</summary>
internal sealed class PrefixItemsKeyword(KeywordSite site) : ArrayKeyword(site.Name, "must match the schema of its place")
{
    private readonly SchemaNode[] _schemas = site.Schemas();

    public override SchemaNode? SchemaFor(int index) => index < _schemas.Length ? _schemas[index] : null;
}
