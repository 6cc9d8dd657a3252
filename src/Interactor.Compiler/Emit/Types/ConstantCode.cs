using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Code for the one value that a property can have.</summary>
internal static class ConstantCode
{
    /// <summary>A call that reads exactly this value.</summary>
    public static string Read(ConstantModel constant) => $"{RuntimeNames.JsonConstant}.TryRead(ref s, {Argument(constant)})";

    /// <summary>The value as the runtime takes it: text as its bytes.</summary>
    public static string Argument(ConstantModel constant) => constant is TextConstant text ? CSharpLiteral.Utf8(text.Value) : Literal(constant);

    public static string Literal(ConstantModel constant) => constant switch
    {
        TextConstant text => CSharpLiteral.String(text.Value),
        IntegerConstant integer => CSharpLiteral.Long(integer.Value),
        BooleanConstant boolean => boolean.Value ? "true" : "false",
        _ => throw new InvalidOperationException("The hierarchy of constants is closed."),
    };
}
