using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions;

/// <summary>
/// Makes a bound expression fit the place where it stands, or reports there that it cannot. <c>any</c> fits everywhere and is
/// checked at run time.
/// </summary>
public static class Coercion
{
    /// <summary>Text; lists, maps and records are refused, since their text would be anyone's guess.</summary>
    /// <param name="allowNull">Null stays null instead of being refused.</param>
    public static TypedExpression ToText(TypedExpression e, ScalarNode at, DiagnosticBag d, bool allowNull) =>
        Convert(e, ConversionTarget.Text, at, d, allowNull);

    public static TypedExpression ToBoolean(TypedExpression e, ScalarNode at, DiagnosticBag d) =>
        Convert(e, ConversionTarget.Boolean, at, d, allowNull: false);

    public static TypedExpression ToInteger(TypedExpression e, ScalarNode at, DiagnosticBag d) =>
        Convert(e, ConversionTarget.Integer, at, d, allowNull: false);

    /// <summary>Bytes as they are, text as UTF-8.</summary>
    /// <param name="allowNull">Null stays null instead of being refused.</param>
    public static TypedExpression ToBytes(TypedExpression e, ScalarNode at, DiagnosticBag d, bool allowNull = false) =>
        Convert(e, ConversionTarget.Bytes, at, d, allowNull);

    /// <summary>A JSON value; everything that an expression gives has one.</summary>
    public static TypedExpression ToAny(TypedExpression e) => e is ErrorExpression ? e : Conversion.ToAny(e);

    private static TypedExpression Convert(TypedExpression e, ConversionTarget target, ScalarNode at, DiagnosticBag d, bool allowNull)
    {
        if (e is ErrorExpression)
        {
            return e;
        }

        TextRange whole = new(0, at.Text.Length);
        if (e.Type.IsNullable && !allowNull)
        {
            d.Report(ExpressionDiagnostics.MayBeNull, at.Location, "This value");
            return ErrorExpression.Instance;
        }

        if (Conversion.To(target, e, PlaceText.Of(at, whole), allowNull) is { } converted)
        {
            return converted;
        }

        d.Report(
            ExpressionDiagnostics.CannotConvert, at.Location, TypeText.Of(e.Type), ConversionHint.NameOf(target), ConversionHint.Of(e.Type, target));
        return ErrorExpression.Instance;
    }
}
