namespace Interactor.Runtime.Json.Validation;

/// <summary>A row of the <see cref="KeywordTable"/>: how a keyword's value in a schema becomes keywords to ask.</summary>
/// <param name="Name">As the schema writes it.</param>
/// <param name="Read">Nothing, where the value asserts nothing; several, where its parts stand on their own.</param>
internal sealed record KeywordRow(string Name, Func<KeywordSite, IEnumerable<Keyword>> Read)
{
    public KeywordRow(string name, Func<KeywordSite, Keyword?> read)
        : this(name, site => read(site) is { } keyword ? [keyword] : [])
    {
    }
}
