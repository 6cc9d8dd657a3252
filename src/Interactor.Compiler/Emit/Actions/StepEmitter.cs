using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes the steps of an action: descriptors of data, and a method for each request.</summary>
internal static class StepEmitter
{
    public static void EmitDescriptors(CodeWriter code, ActionModel action, StepsBody steps)
    {
        code.Line($"CreateFrame = static input => new {FrameEmitter.NameOf(action)}(input),");
        code.Collection("Steps =", steps.Steps.Select<StepModel, Action>(step => () => EmitDescriptor(code, action, step)), ",");
    }

    public static void EmitMethods(CodeWriter code, ActionModel action, StepsBody steps)
    {
        foreach (StepModel step in steps.Steps)
        {
            string item = step.ForEach is null ? "" : $"{ItemType(step)} item, ";
            code.Line();
            code.Open($"private static void Build{step.CSharpName}({RuntimeNames.RequestBuilder} r, {FrameEmitter.NameOf(action)} frame, {item}{RuntimeNames.ActionContext} context)");
            RequestEmitter.Emit(code, step.Request);
            code.Close();
        }
    }

    private static void EmitDescriptor(CodeWriter code, ActionModel action, StepModel step)
    {
        string frame = FrameEmitter.NameOf(action);
        string body = CSharpType.Of(step.Response.Body.Type);
        code.Open(step.ForEach is null
            ? $"new {RuntimeNames.RequestStep}<{frame}, {body}>"
            : $"new {RuntimeNames.ForEachStep}<{frame}, {ItemType(step)}, {body}>");
        code.Line($"Id = {CSharpLiteral.String(step.Id)},");
        ActionEmitter.EmitEndpoint(code, step.Request, step.Response.Kind);
        ActionEmitter.EmitResponse(code, step.Response);
        if (step.When is { } when)
        {
            ScriptCallsEmitter.Emit(code, "WhenCalls", step.WhenCalls, RuntimeMembers.Frame, RuntimeMembers.Context);
            code.Line($"When = static (frame, context) => {ExpressionEmitter.Emit(when)},");
        }

        if (step.ForEach is { } items)
        {
            ScriptCallsEmitter.Emit(code, "ItemsCalls", step.ForEachCalls, RuntimeMembers.Frame, RuntimeMembers.Context);
            code.Line($"Items = static (frame, context) => {ExpressionEmitter.Emit(items)},");
            code.Line($"Concurrency = {step.Concurrency},");
        }

        string[] parameters = step.ForEach is null ? [RuntimeMembers.Frame, RuntimeMembers.Context] : [RuntimeMembers.Frame, RuntimeMembers.Item, RuntimeMembers.Context];
        ScriptCallsEmitter.Emit(code, "BuildCalls", step.Request.Calls, parameters);
        code.Line($"Build = Build{step.CSharpName},");
        ScriptCallsEmitter.Emit(code, "StoreCalls", step.SetCalls, RuntimeMembers.Frame, RuntimeMembers.Response, RuntimeMembers.Context);
        code.Line(Store(action, step));
        code.Close("},");
    }

    private static string Store(ActionModel action, StepModel step)
    {
        string target = "frame." + CSharpIdentifier.Escape(step.CSharpName);
        if (step.ForEach is not null)
        {
            return $"Store = static (frame, responses, context) => {target} = responses,";
        }

        if (step.Set.Count == 0)
        {
            return $"Store = static (frame, response, context) => {target} = response,";
        }

        string values = string.Join(", ", step.Set.Select(s => ExpressionEmitter.Emit(s.Value)));
        return $"Store = static (frame, response, context) => {target} = new {FrameEmitter.ResultClass(action, step)}(response, {values}),";
    }

    private static string ItemType(StepModel step) => CSharpType.Of(((ListTypeModel)step.ForEach!.Type).Items);
}
