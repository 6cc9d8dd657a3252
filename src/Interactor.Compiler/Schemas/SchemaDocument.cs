using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Schemas;

/// <summary>A file of schemas, JSON or YAML, with the URIs under which references find it. It is read once, when it is first needed.</summary>
/// <param name="File">The file. Its path is one of its URIs.</param>
/// <param name="Uris">URIs beside the path and the <c>$id</c> inside: where the file would be on the network. Without a fragment.</param>
public sealed record SchemaDocument(SourceFile File, EquatableArray<string> Uris = default)
{
    private readonly Lazy<ReadDocument> _content = new(() => ReadDocument.Of(File));

    /// <summary>The dialect where the document names none; null for that of the whole compilation.</summary>
    public SchemaDialect? Dialect { get; init; }

    /// <summary>What the document's schemas assert; null for what the whole compilation does.</summary>
    public SchemaAssertions? Assertions { get; init; }

    /// <summary>The name of the type of its root; null names it after the file, or by <c>title</c> where the file is only called <c>schema</c>.</summary>
    public string? TypeName { get; init; }

    /// <summary>The file is JSON or YAML.</summary>
    public bool IsReadable => Root is not null;

    /// <summary>What keeps it from being so, and what else the reader found.</summary>
    public EquatableArray<Diagnostic> Diagnostics => _content.Value.Diagnostics;

    internal SyntaxNode? Root => _content.Value.Root;

    /// <summary>A file that references find at a path of their own side, whatever folder this machine has it in.</summary>
    /// <param name="path">With forward slashes: relative, or rooted.</param>
    /// <param name="file">The file, with the path that messages have.</param>
    public static SchemaDocument At(string path, SourceFile file) => new(file, [SchemaUri.OfPath(path)]);

    /// <inheritdoc/>
    public bool Equals(SchemaDocument? other) => other is not null && (ReferenceEquals(this, other)
        || (File.Equals(other.File) && Uris == other.Uris && Dialect == other.Dialect && Assertions == other.Assertions && TypeName == other.TypeName));

    /// <inheritdoc/>
    public override int GetHashCode() => File.GetHashCode();

    private sealed record ReadDocument(SyntaxNode? Root, EquatableArray<Diagnostic> Diagnostics)
    {
        public static ReadDocument Of(SourceFile file)
        {
            DiagnosticBag findings = new();
            return new ReadDocument(DefinitionReader.Read(file, findings), findings.ToSorted());
        }
    }
}
