using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds a JSON value with expressions in it.</summary>
internal sealed class TemplateBinder(ExpressionScope scope, BindingContext context)
{
    /// <summary>Binds <paramref name="node"/>.</summary>
    /// <param name="node">The value as the definition writes it.</param>
    /// <param name="omitNull">Members whose expression gives null are left out: what requests want.</param>
    public TemplateModel Bind(SyntaxNode node, bool omitNull) => node switch
    {
        MappingNode mapping => BindObject(mapping, omitNull),
        SequenceNode sequence => BindArray(sequence, omitNull),
        ScalarNode scalar when ScalarBinder.HasExpression(scalar) => BindExpression(scalar),
        _ => new LiteralTemplate(JsonText.Of(node)),
    };

    private TemplateModel BindObject(MappingNode mapping, bool omitNull)
    {
        TemplateEntry[] entries =
            [.. mapping.Entries.Select(e => new TemplateEntry(JsonText.Plain(e.Key), Bind(e.Value, omitNull), omitNull))];
        return entries.All(e => e.Value is LiteralTemplate) ? new LiteralTemplate(JsonText.Of(mapping)) : new ObjectTemplate(entries.ToEquatableArray());
    }

    private TemplateModel BindArray(SequenceNode sequence, bool omitNull)
    {
        TemplateModel[] items = [.. sequence.Items.Select(i => Bind(i, omitNull))];
        return items.All(i => i is LiteralTemplate) ? new LiteralTemplate(JsonText.Of(sequence)) : new ArrayTemplate(items.ToEquatableArray());
    }

    private ExpressionTemplate BindExpression(ScalarNode scalar)
    {
        TypedExpression value = ScalarBinder.Bind(scalar, scope, context.Diagnostics);
        if (JsonForm.IsMissing(value.Type))
        {
            context.Report(ActionDiagnostics.TypeMismatch, scalar, "A JSON value", "something that JSON has", TypeText.Of(value.Type));
            return new ExpressionTemplate(ErrorExpression.Instance);
        }

        return new ExpressionTemplate(value);
    }
}
