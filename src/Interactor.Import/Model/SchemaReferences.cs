using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;

namespace Interactor.Import.Model;

/// <summary>What the references of a document become in the definition.</summary>
public sealed class SchemaReferences
{
    private readonly IReadOnlyDictionary<(ImportDocument Document, string Reference), string> _targets;
    private readonly IReadOnlyDictionary<SyntaxNode, string> _datatypes;

    /// <param name="targets">References that lead somewhere, as the definition writes them.</param>
    /// <param name="datatypes">Schemas that stand inline in the document and have become datatypes, by their nodes.</param>
    internal SchemaReferences(
        IReadOnlyDictionary<(ImportDocument Document, string Reference), string> targets,
        IReadOnlyDictionary<SyntaxNode, string> datatypes)
    {
        _targets = targets;
        _datatypes = datatypes;
    }

    public static SchemaReferences None { get; } =
        new(new Dictionary<(ImportDocument, string), string>(), new Dictionary<SyntaxNode, string>());

    /// <summary>The reference to a datatype, <c>#/datatypes/Pet</c>; null for one that leads nowhere.</summary>
    public string? Find(ImportDocument document, string reference) =>
        _targets.TryGetValue((document, reference), out string? target) ? target : null;

    /// <summary>A schema that stands inline and is a datatype too.</summary>
    internal string? DatatypeOf(SyntaxNode node) => _datatypes.Count > 0 && _datatypes.TryGetValue(node, out string? name) ? name : null;

    /// <summary>The reference to a datatype by its name, with what a pointer encodes.</summary>
    public static string To(string datatype) => "#/datatypes/" + JsonPointer.EncodeForFragment(datatype);
}
