namespace Interactor.Compiler.Syntax;

/// <summary>One <c>key: value</c> of a mapping. A struct, because a large document has more of them than of anything else.</summary>
public readonly struct MappingEntry
{
    internal MappingEntry(ScalarNode key, SyntaxNode value)
    {
        Key = key;
        Value = value;
    }

    public ScalarNode Key { get; }

    public SyntaxNode Value { get; }
}
