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
    public static bool MentionsRaw(SyntaxNode? node) => node switch
    {
        MappingNode mapping => mapping.Entries.Any(e => MentionsRaw(e.Value)),
        SequenceNode sequence => sequence.Items.Any(MentionsRaw),
        ScalarNode scalar => scalar.Text.IndexOf("raw", StringComparison.Ordinal) >= 0 && ScalarBinder.HasExpression(scalar),
        _ => false,
    };
}
