using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes error rules.</summary>
internal static class ErrorRuleEmitter
{
    public static void Emit(CodeWriter code, EquatableArray<ErrorRuleModel> rules)
    {
        if (rules.Count > 0)
        {
            code.Collection("Errors =", rules.Select<ErrorRuleModel, Action>(rule => () => EmitRule(code, rule)), ",");
        }
    }

    private static void EmitRule(CodeWriter code, ErrorRuleModel rule)
    {
        code.Open($"new {RuntimeNames.ErrorRule}");
        code.Line($"On = {RuntimeNames.ErrorRuleScope}.{rule.On},");
        code.Line($"When = static (response, context) => {ExpressionEmitter.Emit(rule.When)},");
        code.Line($"Code = {RuntimeNames.ErrorCode}.{rule.Code},");
        EmitText(code, "Message", rule.Message);
        EmitText(code, "ProviderCode", rule.ProviderCode);
        code.Close("},");
    }

    private static void EmitText(CodeWriter code, string property, TypedExpression? text)
    {
        if (text is not null)
        {
            code.Line($"{property} = static (response, context) => {ExpressionEmitter.Emit(text)},");
        }
    }
}
