using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>What every reader of one import shares.</summary>
internal sealed record ImportContext(
    DocumentPlace Top, SpecVersion Version, ReferenceResolver References, FindingLog Log, OpenApiImportOptions Options, CancellationToken Cancellation)
{
    public bool IsSwagger => Version == SpecVersion.Swagger20;

    /// <summary>The dialect of the document's schemas, by the name that definitions use.</summary>
    public string Dialect => Version switch
    {
        SpecVersion.Swagger20 => "swagger-2.0",
        SpecVersion.OpenApi30 => "openapi-3.0",
        _ => "openapi-3.1",
    };

    /// <summary>The place itself or what it refers to; null, and reported, where a reference leads nowhere.</summary>
    public DocumentPlace? Resolve(DocumentPlace place)
    {
        if (References.Follow(place) is not { } target)
        {
            Log.Add(ImportRules.BrokenReference, place, place.TextOf("$ref") ?? "", References.WhyBroken(place));
            return null;
        }

        return target;
    }
}
