using System.Globalization;
using System.Text.Json.Nodes;
using Interactor.Compiler.Model;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Sandbox.Responses;

/// <summary>The answers about a job that no test gives: the first one begins it, and the next one says that it is done.</summary>
internal static class MadeJob
{
    private const int Accepted = 202;

    // Any path leads to the route of a job whose URL an answer gives.
    private const string Link = "/sandbox-job";

    public static SandboxReply Started(JobModel job, BodyShape shape, SchemaSource schemas) =>
        Complete(MadeResponse.Of(Json(job.Started), shape.Member("Body"), schemas), shape, Accepted);

    /// <summary>The answer that says that a job is done.</summary>
    /// <param name="job">The job.</param>
    /// <param name="shape">What is expected of the answer.</param>
    /// <param name="last">The output's answer, where this is that one; null where the result has a request of its own.</param>
    /// <param name="output">What is expected of that one.</param>
    /// <param name="schemas">The schemas of the connector.</param>
    public static SandboxReply Done(JobModel job, BodyShape shape, ResponseModel? last, BodyShape output, SchemaSource schemas)
    {
        BodyShape body = last is null ? shape.Member("Body") : shape.Member("Body").With(output);
        ResponseModel response = last is not null && job.Status.Type is AnyTypeModel ? last : Json(job.Status);
        return Complete(MadeResponse.Of(response, body, schemas), shape, 200);
    }

    private static ResponseModel Json(ContractModel contract) => new(contract, ResponseBodyKind.Json, KeepRaw: false);

    private static SandboxReply Complete(SandboxReply reply, BodyShape shape, int status) => reply with
    {
        Status = int.TryParse(shape.Member("Status").Fixed?.ToString(), CultureInfo.InvariantCulture, out int wanted) ? wanted : status,
        Headers = [.. shape.Member("Headers").Members.Select(m => new KeyValuePair<string, string>(m.Key, (m.Value.Fixed as JsonValue)?.ToString() ?? Link))],
    };
}
