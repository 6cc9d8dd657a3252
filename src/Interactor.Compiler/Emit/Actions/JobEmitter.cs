using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes how the end of a job is awaited.</summary>
internal static class JobEmitter
{
    public static void Emit(CodeWriter code, ActionModel action, JobModel job)
    {
        string input = CSharpIdentifier.Escape(action.Input.Name);
        code.Open($"Job = new {RuntimeNames.JobRules}<{input}, {CSharpType.Of(job.Started.Type)}, {CSharpType.Of(job.Status.Type)}>");
        if (job.When is { } when)
        {
            code.Line($"When = static (job, context) => {ExpressionEmitter.Emit(when)},");
        }

        EmitContract(code, "Started", job.Started);
        ActionEmitter.EmitXml(code, "StartedXml", job.StartedXml);
        EmitContract(code, "Status", job.Status);
        ActionEmitter.EmitXml(code, "StatusXml", job.StatusXml);
        EmitRequest(code, "Request", job.Request, ResponseBodyKind.Json);
        code.Line($"Done = static (job, context) => {ExpressionEmitter.Emit(job.Done)},");
        if (job.Failures.Count > 0)
        {
            code.Collection("Failures =", job.Failures.Select<JobFailureModel, Action>(failure => () => EmitFailure(code, failure)), ",");
        }

        code.Line($"Every = {ActionEmitter.Milliseconds(job.EveryMilliseconds)},");
        code.Line($"Deadline = {ActionEmitter.Milliseconds(job.DeadlineMilliseconds)},");
        if (job.Result is { } result)
        {
            EmitRequest(code, "Result", result, ResponseBodyKind.Json);
        }

        code.Close("},");
    }

    // Without a schema any answer will do, one that is no JSON too.
    private static void EmitContract(CodeWriter code, string name, ContractModel contract)
    {
        if (contract.Type is not AnyTypeModel || contract.Schema is not null)
        {
            code.Line($"{name} = {JsonCode.Contract(contract)},");
        }
    }

    private static void EmitRequest(CodeWriter code, string name, RequestModel request, ResponseBodyKind kind)
    {
        code.Open($"{name} = new()");
        ActionEmitter.EmitEndpoint(code, request, kind);
        code.Open($"Build = static ({RuntimeMembers.Request}, job, context) =>");
        RequestEmitter.Emit(code, request);
        code.Close("},");
        code.Close("},");
    }

    private static void EmitFailure(CodeWriter code, JobFailureModel failure)
    {
        code.Open("new()");
        code.Line($"When = static (job, context) => {ExpressionEmitter.Emit(failure.When)},");
        code.Line($"Code = {RuntimeNames.ErrorCode}.{failure.Code},");
        EmitText(code, "Message", failure.Message);
        EmitText(code, "ProviderCode", failure.ProviderCode);
        code.Close("},");
    }

    private static void EmitText(CodeWriter code, string name, TypedExpression? text)
    {
        if (text is not null)
        {
            code.Line($"{name} = static (job, context) => {ExpressionEmitter.Emit(text)},");
        }
    }
}
