namespace Interactor.Import.OpenApi;

/// <summary>The specifications that the importer reads.</summary>
internal enum SpecVersion
{
    Swagger20,
    OpenApi30,

    /// <summary>3.1, and 3.2, which adds little to it.</summary>
    OpenApi31,
}
