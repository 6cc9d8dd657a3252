using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>contains</c> (core, section 10.3.1.3) with its <c>minContains</c> and <c>maxContains</c> (validation, sections 6.4.4 and 6.4.5).</summary>
internal sealed class ContainsKeyword : TokenKeyword
{
    private readonly SchemaNode _schema;

    private readonly int _least;

    private readonly int _most;

    public ContainsKeyword(KeywordSite site)
        : this(site, site.Neighbour("minContains")?.Count() ?? 1, site.Neighbour("maxContains")?.Count() ?? int.MaxValue)
    {
    }

    private ContainsKeyword(KeywordSite site, int least, int most)
        : base(
            site.Name,
            $"must have at least {least}{(most < int.MaxValue ? $" and at most {most}" : string.Empty)} of the items that the schema asks for",
            JsonKinds.Array)
    {
        _schema = site.Schema();
        _least = least;
        _most = most;
    }

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        int references = evaluation.References;
        evaluation.References = 0;
        Utf8JsonReader items = reader;
        int count = 0;
        while (items.Read() && items.TokenType != JsonTokenType.EndArray)
        {
            Utf8JsonReader item = items;
            count += evaluation.Test(_schema, ref item) ? 1 : 0;
            items.Skip();
        }

        evaluation.References = references;
        return count >= _least && count <= _most;
    }
}
