namespace Interactor.Import.Model;

/// <summary>The request of an action.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Path">Begins with a slash; holds <c>{name}</c> and expressions.</param>
public sealed record ImportedRequest(string Method, DefinitionText Path)
{
    /// <summary>Null for the connector's default server.</summary>
    public string? Server { get; init; }

    public IReadOnlyList<ImportedParameter> Query { get; init; } = [];

    public IReadOnlyList<ImportedParameter> Headers { get; init; } = [];

    public IReadOnlyList<ImportedParameter> Cookies { get; init; } = [];

    public ImportedBody? Body { get; init; }
}
