namespace Interactor.Import.Model;

/// <summary>The body of a request.</summary>
/// <param name="Kind">A key of the language: <c>json</c>, <c>xml</c>, <c>form</c>, <c>multipart</c>, <c>text</c> or <c>bytes</c>.</param>
/// <param name="Value">Mostly one whole expression.</param>
public sealed record ImportedBody(string Kind, DefinitionValue Value)
{
    /// <summary>Null for that of the kind.</summary>
    public string? MediaType { get; init; }

    /// <summary>How single fields of a form are written.</summary>
    public IReadOnlyList<ImportedEncoding> Encoding { get; init; } = [];
}
