using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes error rules.</summary>
internal static class ErrorRuleEmitter
{
    /// <summary>A collection of rules.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="head">What stands before the collection.</param>
    /// <param name="rules">The rules, first match first.</param>
    /// <param name="rest">The code of more rules to follow; null for none.</param>
    /// <param name="tail">What stands behind the collection.</param>
    public static void Emit(CodeWriter code, string head, EquatableArray<ErrorRuleModel> rules, string? rest, string tail)
    {
        IEnumerable<Action> items = rules.Select<ErrorRuleModel, Action>(rule => () => EmitRule(code, rule));
        code.Collection(head, rest is null ? items : items.Append(() => code.Line(rest)), tail);
    }

    private static void EmitRule(CodeWriter code, ErrorRuleModel rule)
    {
        code.Open($"new {RuntimeNames.ErrorRule}");
        code.Line($"On = {RuntimeNames.ErrorRuleScope}.{rule.On},");
        ScriptCallsEmitter.Emit(code, "WhenCalls", rule.WhenCalls, RuntimeMembers.Response, RuntimeMembers.Context);
        code.Line($"When = static (response, context) => {ExpressionEmitter.Emit(rule.When)},");
        code.Line($"Code = {RuntimeNames.ErrorCode}.{rule.Code},");
        ScriptCallsEmitter.Emit(code, "TextCalls", rule.TextCalls, RuntimeMembers.Response, RuntimeMembers.Context);
        EmitText(code, "Message", rule.Message);
        EmitText(code, "ProviderCode", rule.ProviderCode);
        EmitText(code, "RetryAfter", rule.RetryAfter);
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
