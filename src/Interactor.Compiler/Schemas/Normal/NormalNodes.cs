using System.Globalization;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>Makes the nodes of the normal form. Each stands where the node it comes from does.</summary>
/// <param name="hasExpressions">
/// The text is a connector's, where <c>$${</c> is written for <c>${</c>. In other files text means itself, so it is written that way here:
/// whoever reads a normal form undoes it.
/// </param>
internal sealed class NormalNodes(bool hasExpressions)
{
    public static ScalarNode True(SyntaxNode like) => new(like.File, like.Range, "true", ScalarKind.Boolean, ScalarStyle.Plain);

    public static ScalarNode Integer(SyntaxNode like, int value) =>
        new(like.File, like.Range, value.ToString(CultureInfo.InvariantCulture), ScalarKind.Integer, ScalarStyle.Plain);

    /// <summary>Text of our own.</summary>
    public static ScalarNode Word(SyntaxNode like, string text) => new(like.File, like.Range, text, ScalarKind.String, ScalarStyle.DoubleQuoted);

    public static MappingNode Mapping(SyntaxNode like, MappingEntry[] entries) => new(like.File, like.Range, entries);

    public static MappingNode Mapping(SyntaxNode like, string key, SyntaxNode value) => Mapping(like, [new MappingEntry(Word(like, key), value)]);

    public static SequenceNode Sequence(SyntaxNode like, SyntaxNode[] items) => new(like.File, like.Range, items);

    /// <summary>Text of the file, also where it is written without quotes and looks like a number.</summary>
    public ScalarNode Text(ScalarNode text) =>
        text.Kind == ScalarKind.String && (hasExpressions || !HasMark(text.Text)) ? text : Word(text, hasExpressions ? text.Text : Escape(text.Text));

    /// <summary>A value of the file.</summary>
    public SyntaxNode Value(SyntaxNode value) => hasExpressions || !HasMarkInside(value) ? value : Escaped(value);

    private static bool HasMark(string text) => text.IndexOf("${", StringComparison.Ordinal) >= 0;

    private static bool HasMarkInside(SyntaxNode value) => value switch
    {
        MappingNode mapping => mapping.Entries.Any(e => HasMark(e.Key.Text) || HasMarkInside(e.Value)),
        SequenceNode sequence => sequence.Items.Any(HasMarkInside),
        ScalarNode scalar => HasMark(scalar.Text),
        _ => false,
    };

    private static SyntaxNode Escaped(SyntaxNode value) => value switch
    {
        MappingNode mapping => Mapping(mapping, [.. mapping.Entries.Select(e => new MappingEntry((ScalarNode)Escaped(e.Key), Escaped(e.Value)))]),
        SequenceNode sequence => Sequence(sequence, [.. sequence.Items.Select(Escaped)]),
        ScalarNode scalar when HasMark(scalar.Text) => Word(scalar, Escape(scalar.Text)),
        _ => value,
    };

    private static string Escape(string text) => text.Replace("${", "$${");
}
