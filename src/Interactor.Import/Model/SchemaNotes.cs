using Interactor.Compiler.Syntax;

namespace Interactor.Import.Model;

/// <summary>Keywords that an importer adds to schemas of a document, by where these stand. They never replace a keyword of the schema.</summary>
public sealed class SchemaNotes
{
    private readonly Dictionary<SyntaxNode, DefinitionValue.Mapping> _notes = [];

    public static SchemaNotes None { get; } = new();

    internal void Add(SyntaxNode schema, DefinitionValue.Mapping keywords) => _notes[schema] = keywords;

    internal DefinitionValue.Mapping Of(SyntaxNode schema) =>
        _notes.Count > 0 && _notes.TryGetValue(schema, out DefinitionValue.Mapping? keywords) ? keywords : DefinitionValue.Mapping.Empty;
}
