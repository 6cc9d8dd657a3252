using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Model;

namespace Interactor.Import.Model;

/// <summary>
/// A connector as an importer found it: what a definition says, before it is text. Values are immutable, so an overlay changes it by
/// making another one. Schemas are not read: they stay where they stand in the document and are copied when the definition is written.
/// </summary>
/// <remarks>Texts of type <see cref="string"/> are data; <see cref="DefinitionText"/> and <see cref="DefinitionValue"/> may hold expressions.</remarks>
public sealed record ImportedConnector
{
    public required string Owner { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary><c>major.minor.patch</c>.</summary>
    public required string Version { get; init; }

    /// <summary>One sentence.</summary>
    public string? Summary { get; init; }

    /// <summary>Markdown for <c>guide.md</c>.</summary>
    public string? Guide { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The dialect of all schemas, as <c>schemas.dialect</c> names it: <c>openapi-3.0</c>, <c>swagger-2.0</c>…</summary>
    public required string Dialect { get; init; }

    public IReadOnlyList<ImportedServer> Servers { get; init; } = [];

    /// <summary>The server of actions that name none.</summary>
    public string? DefaultServer { get; init; }

    /// <summary>Hosts, or whole expressions of variables that hold one.</summary>
    public IReadOnlyList<DefinitionText> Egress { get; init; } = [];

    public IReadOnlyList<ImportedVariable> Variables { get; init; } = [];

    public IReadOnlyList<ImportedSecurityMethod> Security { get; init; } = [];

    public IReadOnlyList<ImportedDatatype> Datatypes { get; init; } = [];

    public IReadOnlyList<ImportedAction> Actions { get; init; } = [];

    public IReadOnlyList<ImportedSubscription> Subscriptions { get; init; } = [];

    /// <summary>Further keys of <c>connector.yaml</c>, such as <c>defaults</c>.</summary>
    public DefinitionValue.Mapping Settings { get; init; } = DefinitionValue.Mapping.Empty;

    /// <summary>Keywords that schemas of the document get beside their own.</summary>
    public SchemaNotes Notes { get; init; } = SchemaNotes.None;

    /// <summary>Examples that are tests: the key <c>tests</c>.</summary>
    public DefinitionValue? Tests { get; init; }

    /// <summary>C# names for <c>names.json</c>: a path and the name of what stands there.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Names { get; init; } = [];

    /// <summary>What the references of copied schemas become.</summary>
    public SchemaReferences References { get; init; } = SchemaReferences.None;

    /// <summary>Whether a body is XML, so that it matters what schemas say about that.</summary>
    internal bool HasXml => Actions.Any(a => a.Request.Body?.Kind == "xml" || a.Responses.Any(r => r.MediaType is { } type && MediaType.KindOf(type) == ResponseBodyKind.Xml));
}
