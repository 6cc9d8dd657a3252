using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes where choices of an input come from.</summary>
internal static class ValuesEmitter
{
    public static void Emit(CodeWriter code, EquatableArray<InputValuesModel> values)
    {
        if (values.Count > 0)
        {
            code.Collection("Values =", values.Select<InputValuesModel, Action>(v => () => EmitOne(code, v)), ",");
        }
    }

    private static void EmitOne(CodeWriter code, InputValuesModel values)
    {
        code.Open($"new({CSharpLiteral.String(values.Property)}, {CSharpLiteral.String(values.Action)})");
        if (values.Parameters.Count > 0)
        {
            code.Collection(
                "Parameters =",
                values.Parameters.Select<InputParameterModel, Action>(p => () => code.Line($"new({CSharpLiteral.String(p.Name)}, static {RuntimeMembers.Input} => {ExpressionEmitter.Emit(p.Value)}),")),
                ",");
        }

        EmitPart(code, "Items", RuntimeMembers.Output, values.Items);
        EmitPart(code, "Value", RuntimeMembers.Item, values.Value);
        EmitPart(code, "Label", RuntimeMembers.Item, values.Label);
        if (values.Search is { } search)
        {
            code.Line($"Search = {CSharpLiteral.String(search)},");
        }

        EmitPart(code, "Schema", RuntimeMembers.Output, values.Schema);
        code.Close("},");
    }

    private static void EmitPart(CodeWriter code, string name, string parameter, TypedExpression? value)
    {
        if (value is not null)
        {
            code.Line($"{name} = static {parameter} => {ExpressionEmitter.Emit(value)},");
        }
    }
}
