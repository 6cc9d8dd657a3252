using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>A parameter as a document gives it, in the words of OpenAPI 3.</summary>
/// <param name="In"><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
internal sealed record SpecParameter(string Name, string In, DocumentPlace Place, ImportedSchema Schema)
{
    public bool IsRequired { get; init; }

    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    public string? Style { get; init; }

    public bool? Explode { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>The value that it always has; it is no part of the input then.</summary>
    public string? Fixed { get; init; }

    /// <summary>The value is written as JSON text.</summary>
    public bool IsJson { get; init; }
}
