namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>items</c> (core, section 10.3.1.2): the items behind those of <c>prefixItems</c>.</summary>
internal sealed class ItemsKeyword(KeywordSite site) : ArrayKeyword(site.Name, "must match the schema of the items")
{
    private readonly SchemaNode _schema = site.Schema();

    private readonly int _first = site.Neighbour("prefixItems")?.Value.GetArrayLength() ?? 0;

    public override SchemaNode? SchemaFor(int index) => index >= _first ? _schema : null;
}
