using Interactor.Import.Documents;

namespace Interactor.Import.Model;

/// <summary>A schema: one that a document has, or one that the importer made.</summary>
public abstract record ImportedSchema
{
    private ImportedSchema()
    {
    }

    /// <summary>Any value.</summary>
    public static readonly ImportedSchema Any = new Made(DefinitionValue.Mapping.Empty);

    public static readonly ImportedSchema PlainText = OfType("string");

    /// <summary>Bytes in every dialect.</summary>
    public static readonly ImportedSchema Bytes = OfType("string", "binary");

    public static ImportedSchema OfType(string type, string? format = null) =>
        new Made(DefinitionValue.Mapping.Empty.With("type", type).With("format", format is null ? null : (DefinitionValue)format));

    /// <summary>A schema of a document. It is copied when the definition is written, with its references led to datatypes.</summary>
    /// <param name="Place">A schema, or another object that has keywords of a schema among its own (a parameter of Swagger 2.0).</param>
    public sealed record Copied(DocumentPlace Place) : ImportedSchema
    {
        /// <summary>Keys that are no keywords of the schema and are left out at its top.</summary>
        public IReadOnlySet<string>? Without { get; init; }

        /// <summary>Null is no value of it, whatever it says: a part of a path is always there.</summary>
        public bool IsNeverNull { get; init; }
    }

    /// <summary>A datatype of the connector.</summary>
    public sealed record Datatype(string Name) : ImportedSchema;

    /// <summary>A schema that the importer wrote.</summary>
    public sealed record Made(DefinitionValue.Mapping Keywords) : ImportedSchema;

    /// <summary>An object whose members come from different places.</summary>
    public sealed record Composed(IReadOnlyList<ImportedProperty> Properties) : ImportedSchema;

    /// <summary>A list of something.</summary>
    public sealed record ListOf(ImportedSchema Items) : ImportedSchema;
}
