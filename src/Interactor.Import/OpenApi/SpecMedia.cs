using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>One media type of a body.</summary>
/// <param name="Schema">Null where none is given.</param>
/// <param name="Encoding">How fields of a form are written, in the words of OpenAPI 3.</param>
internal sealed record SpecMedia(string MediaType, ImportedSchema? Schema, DocumentPlace Place, IReadOnlyList<ImportedEncoding> Encoding)
{
    /// <summary>What a stream of this type has one after another (OpenAPI 3.2); null where nothing says so.</summary>
    public ImportedSchema? ItemSchema { get; init; }
}
