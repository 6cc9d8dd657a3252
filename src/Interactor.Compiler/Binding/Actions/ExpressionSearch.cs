using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Looks through the expressions of a template or of a part of a definition.</summary>
internal static class ExpressionSearch
{
    public static TypedExpression? FirstSecret(TemplateModel template) => template switch
    {
        ExpressionTemplate { Value.IsSecret: true } expression => expression.Value,
        ObjectTemplate map => map.Entries.Select(e => FirstSecret(e.Value)).FirstOrDefault(e => e is not null),
        ArrayTemplate array => array.Items.Select(FirstSecret).FirstOrDefault(e => e is not null),
        _ => null,
    };

    /// <summary>Whether any expression below <paramref name="node"/> may ask for a response's bytes besides what is read from them.</summary>
    public static bool MentionsRaw(SyntaxNode? node) => Mentions(node, "raw");

    /// <summary>Whether a word stands in any text below <paramref name="node"/> that has an expression.</summary>
    public static bool Mentions(SyntaxNode? node, string word) => node switch
    {
        MappingNode mapping => mapping.Entries.Any(e => Mentions(e.Value, word)),
        SequenceNode sequence => sequence.Items.Any(item => Mentions(item, word)),
        ScalarNode scalar => scalar.Text.IndexOf(word, StringComparison.Ordinal) >= 0 && ScalarBinder.HasExpression(scalar),
        _ => false,
    };
}
