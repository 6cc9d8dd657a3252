namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>A schema and documents that match it.</summary>
/// <param name="Name">What <c>--set</c> calls it.</param>
/// <param name="SchemaFile">The file of the schema in this folder, without its ending; two sets may share one.</param>
/// <param name="Documents">Makes the documents: UTF-8, the same bytes in every run.</param>
internal sealed record SchemaSet(string Name, string SchemaFile, Func<IReadOnlyList<byte[]>> Documents)
{
    /// <summary>Reads a document by System.Text.Json's source generation into classes that a person would write; null where none fits.</summary>
    public Func<byte[], object?>? Deserialize { get; init; }

    /// <summary>Other schemas that this one refers to: their URI, and their files.</summary>
    public IReadOnlyList<(string Uri, string SchemaFile)> Others { get; init; } = [];

    /// <summary>
    /// The URI that every <c>$dynamicRef</c> of the files means, for ajv, which resolves them to another place and then refuses valid documents.
    /// </summary>
    public string? DynamicTarget { get; init; }

    /// <summary>The text of the schema: stand-alone, of draft 2020-12.</summary>
    public string Schema => TextOf(SchemaFile);

    /// <summary>The text of a schema of this folder.</summary>
    public static string TextOf(string schemaFile)
    {
        using Stream stream = typeof(SchemaSet).Assembly.GetManifestResourceStream(schemaFile + ".schema.json")
            ?? throw new InvalidOperationException($"The schema '{schemaFile}' is not embedded.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
