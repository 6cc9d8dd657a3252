namespace Interactor.Compiler.Syntax;

/// <summary>One <c>key: value</c> of a mapping.</summary>
public sealed class MappingEntry
{
    internal MappingEntry(ScalarNode key, SyntaxNode value)
    {
        Key = key;
        Value = value;
    }

    public ScalarNode Key { get; }

    public SyntaxNode Value { get; }
}
