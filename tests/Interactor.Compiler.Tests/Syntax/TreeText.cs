using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Tests.Syntax;

/// <summary>Writes a tree so that two can be compared: content and kinds, no places.</summary>
internal static class TreeText
{
    public static string Of(SyntaxNode? node) => node switch
    {
        MappingNode mapping => "{" + string.Join(", ", mapping.Entries.Select(e => $"'{e.Key.Text}': {Of(e.Value)}")) + "}",
        SequenceNode sequence => "[" + string.Join(", ", sequence.Items.Select(Of)) + "]",
        ScalarNode { Kind: ScalarKind.String } text => "'" + text.Text + "'",
        ScalarNode scalar => $"{scalar.Kind} {scalar.Text}",
        _ => "nothing",
    };

    /// <summary>Every scalar of a tree, keys too; one that aliases repeat comes several times.</summary>
    public static IEnumerable<ScalarNode> ScalarsOf(SyntaxNode? node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(e => ScalarsOf(e.Value).Prepend(e.Key)),
        SequenceNode sequence => sequence.Items.SelectMany(ScalarsOf),
        ScalarNode scalar => [scalar],
        _ => [],
    };
}
