using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Import.Documents;

/// <summary>A file that was read: the document itself, or one that it refers to. Each is itself only, whatever it holds.</summary>
/// <param name="name">The path inside the document's folder, with forward slashes.</param>
public sealed class ImportDocument(string name, SourceFile file, SyntaxNode root)
{
    public string Name => name;

    public SourceFile File => file;

    /// <summary>The whole file as a place.</summary>
    public DocumentPlace Top => new(this, root, null, "");
}
