using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Code for the one value that a property can have.</summary>
internal static class ConstantCode
{
    public static string Literal(ConstantModel constant) => constant switch
    {
        TextConstant text => CSharpLiteral.String(text.Value),
        IntegerConstant integer => CSharpLiteral.Long(integer.Value),
        BooleanConstant boolean => boolean.Value ? "true" : "false",
        _ => throw new InvalidOperationException("The hierarchy of constants is closed."),
    };
}
