namespace Interactor.Compiler.Schemas.Dialects;

/// <summary>Dialects that share something.</summary>
[Flags]
internal enum DialectSet
{
    None = 0,
    Draft4 = 1,
    Draft6 = 2,
    Draft7 = 4,
    Draft201909 = 8,
    Draft202012 = 16,
    Swagger20 = 32,
    OpenApi30 = 64,
    OpenApi31 = 128,

    /// <summary>The schemas of connectors: OpenAPI 3.1 with keywords of our own.</summary>
    Connector = 256,

    From202012 = Draft202012 | OpenApi31 | Connector,
    From201909 = Draft201909 | From202012,
    From7 = Draft7 | From201909,
    From6 = Draft6 | From7,
    JsonSchema = Draft4 | From6,
    WithFragmentIds = Draft4 | Draft6 | Draft7,
    WithBooleanBounds = Draft4 | Swagger20 | OpenApi30,
    OpenApi = Swagger20 | OpenApi30 | OpenApi31 | Connector,
    All = JsonSchema | OpenApi,
}
