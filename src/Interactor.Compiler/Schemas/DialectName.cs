namespace Interactor.Compiler.Schemas;

/// <summary>The names that people write for dialects, in project files and on command lines.</summary>
public static class DialectName
{
    private static readonly (string Name, SchemaDialect Dialect)[] Names =
    [
        ("2020-12", SchemaDialect.Draft202012),
        ("2019-09", SchemaDialect.Draft201909),
        ("draft-07", SchemaDialect.Draft7),
        ("draft-06", SchemaDialect.Draft6),
        ("draft-04", SchemaDialect.Draft4),
        ("openapi-3.1", SchemaDialect.OpenApi31),
        ("openapi-3.0", SchemaDialect.OpenApi30),
        ("swagger-2.0", SchemaDialect.Swagger20),
    ];

    /// <summary>Every name.</summary>
    public static IEnumerable<string> All => Names.Select(n => n.Name);

    /// <summary>The dialect of that name; null where there is none.</summary>
    public static SchemaDialect? Find(string name)
    {
        foreach ((string known, SchemaDialect dialect) in Names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return dialect;
            }
        }

        return null;
    }
}
