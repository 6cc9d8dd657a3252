using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds a scalar to what its place wants: text, a boolean, bytes; and keeps secrets out of places that show them.</summary>
internal static class Slot
{
    public static TypedExpression Text(ScalarNode scalar, ExpressionScope scope, BindingContext context, bool allowNull = false) =>
        Coercion.ToText(ScalarBinder.Bind(scalar, scope, context.Diagnostics), scalar, context.Diagnostics, allowNull);

    public static TypedExpression Boolean(ScalarNode scalar, ExpressionScope scope, BindingContext context) =>
        Coercion.ToBoolean(ScalarBinder.Bind(scalar, scope, context.Diagnostics), scalar, context.Diagnostics);

    public static TypedExpression Bytes(ScalarNode scalar, ExpressionScope scope, BindingContext context, bool allowNull = false) =>
        Coercion.ToBytes(ScalarBinder.Bind(scalar, scope, context.Diagnostics), scalar, context.Diagnostics, allowNull);

    /// <summary>Text for a place that a person or a log may see.</summary>
    public static TypedExpression PublicText(ScalarNode scalar, ExpressionScope scope, BindingContext context, string place, bool reveal = false, bool allowNull = false) =>
        Public(Text(scalar, scope, context, allowNull), scalar, context, place, reveal);

    public static TypedExpression Public(TypedExpression expression, SyntaxNode at, BindingContext context, string place, bool reveal)
    {
        if (expression.IsSecret && !reveal)
        {
            context.Report(ActionDiagnostics.SecretNotAllowed, at, place);
        }

        return expression;
    }
}
