using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes retry rules.</summary>
internal static class RetryEmitter
{
    public static void Emit(CodeWriter code, string head, RetryModel retry, string tail)
    {
        code.Open($"{head} new {RuntimeNames.RetryRules}");
        code.Line($"Attempts = {retry.Attempts},");
        code.Line($"Statuses = [{string.Join(", ", retry.Statuses.Select(s => $"new {RuntimeNames.StatusRange}({s.First}, {s.Last})"))}],");
        if (retry.When is { } when)
        {
            ScriptCallsEmitter.Emit(code, "WhenCalls", retry.WhenCalls, RuntimeMembers.Response, RuntimeMembers.Context);
            code.Line($"When = static (response, context) => {ExpressionEmitter.Emit(when)},");
        }

        if (retry.WaitHeader is { } header)
        {
            code.Line($"WaitHeader = {CSharpLiteral.String(header)},");
        }

        code.Line($"ExponentialBase = {ActionEmitter.Milliseconds(retry.BaseMilliseconds)},");
        code.Line($"ExponentialCap = {ActionEmitter.Milliseconds(retry.CapMilliseconds)},");
        code.Close("}" + tail);
    }
}
