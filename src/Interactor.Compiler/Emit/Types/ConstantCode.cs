using System.Globalization;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Code for the one value that a property can have.</summary>
internal static class ConstantCode
{
    /// <summary>The value as JSON.</summary>
    public static string Json(ConstantModel constant) => constant switch
    {
        TextConstant text => JsonText.OfString(text.Value),
        IntegerConstant integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        _ => Literal(constant),
    };

    /// <summary>The value in C#.</summary>
    public static string Literal(ConstantModel constant) => constant switch
    {
        TextConstant text => CSharpLiteral.String(text.Value),
        IntegerConstant integer => CSharpLiteral.Long(integer.Value),
        BooleanConstant boolean => boolean.Value ? "true" : "false",
        _ => throw new InvalidOperationException("The hierarchy of constants is closed."),
    };
}
