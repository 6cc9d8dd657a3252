using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas;

namespace Interactor.Compiler;

/// <summary>A schema to compile, with the documents that it may refer to.</summary>
public sealed record JsonSchemaSources
{
    /// <summary>The document that holds the schema. Findings are told of it and of <see cref="Siblings"/>.</summary>
    public required SchemaDocument Root { get; init; }

    /// <summary>Where the schema is in the document: a JSON Pointer (RFC 6901); empty for the whole.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The name of the root's type; null for <see cref="SchemaDocument.TypeName"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Other schemas whose types go to the same namespace. A type that several of them need is made once.</summary>
    public EquatableArray<SchemaDocument> Siblings { get; init; } = [];

    /// <summary>The C# namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Other documents, for references to find. The published metaschemas are always there, and nothing is fetched.</summary>
    public EquatableArray<SchemaDocument> Documents { get; init; } = [];

    /// <summary>The dialect of documents without <c>$schema</c>.</summary>
    public SchemaDialect Dialect { get; init; } = SchemaDialect.Draft202012;

    /// <summary>What refuses values where the dialect leaves the choice. The types follow: only asserted formats have types of their own.</summary>
    public SchemaAssertions Assertions { get; init; } = SchemaAssertions.None;
}
