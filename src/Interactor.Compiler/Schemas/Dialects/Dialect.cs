using Interactor.Compiler.Schemas.Keywords;

namespace Interactor.Compiler.Schemas.Dialects;

/// <summary>What the keywords of a schema resource mean: a draft or an OpenAPI version, and the vocabularies in use.</summary>
internal sealed class Dialect
{
    private static readonly Dictionary<SchemaDialect, Dialect> Standard = new()
    {
        [SchemaDialect.Draft4] = new(DialectSet.Draft4),
        [SchemaDialect.Draft6] = new(DialectSet.Draft6),
        [SchemaDialect.Draft7] = new(DialectSet.Draft7),
        [SchemaDialect.Draft201909] = new(DialectSet.Draft201909),
        [SchemaDialect.Draft202012] = new(DialectSet.Draft202012),
        [SchemaDialect.Swagger20] = new(DialectSet.Swagger20),
        [SchemaDialect.OpenApi30] = new(DialectSet.OpenApi30),
        [SchemaDialect.OpenApi31] = new(DialectSet.OpenApi31),
    };

    private readonly DialectSet _set;
    private readonly Vocabularies _vocabularies;

    private Dialect(DialectSet set, Vocabularies vocabularies = Vocabularies.All, bool assertsFormat = false)
    {
        _set = set;
        _vocabularies = vocabularies;
        AssertsFormat = assertsFormat;
    }

    /// <summary>The schemas of connectors, in which nothing unknown may stand.</summary>
    public static Dialect Connector { get; } = new(DialectSet.Connector);

    /// <summary>A vocabulary of the dialect makes <c>format</c> refuse values.</summary>
    public bool AssertsFormat { get; }

    /// <summary>A keyword that nobody knows is an error, not an annotation.</summary>
    public bool IsStrict => IsAmong(DialectSet.Connector);

    /// <summary><c>id</c> or <c>$id</c>; null where schemas have no identifiers.</summary>
    public string? IdKeyword => IsAmong(DialectSet.Draft4) ? "id" : IsAmong(DialectSet.From6) ? "$id" : null;

    /// <summary>What stands beside <c>$ref</c> does not count (draft 7, section 8.3).</summary>
    public bool IgnoresReferenceSiblings => !IsAmong(DialectSet.From201909);

    /// <summary>The keywords that a schema of this dialect may hold.</summary>
    public IEnumerable<string> KeywordNames => KeywordTable.Names(_set);

    public static Dialect Of(SchemaDialect dialect) => Standard[dialect];

    public bool IsAmong(DialectSet set) => (_set & set) != 0;

    /// <summary>The dialect that uses only some vocabularies.</summary>
    public Dialect With(Vocabularies vocabularies, bool assertsFormat) => new(_set, vocabularies, assertsFormat);

    /// <summary>The keyword of that name in this dialect; null where it has none.</summary>
    public SchemaKeyword? Find(string name) => KeywordTable.Find(name, _set);

    /// <summary>The keyword does something here: its vocabulary is in use.</summary>
    public bool Uses(SchemaKeyword keyword) => (keyword.Vocabulary & _vocabularies) != 0;
}
