using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>Actions that begin a job, as the compiler would write them.</summary>
public static class JobActions
{
    /// <summary>The job's URL stands in a header, its state in the member <c>state</c>.</summary>
    public static JobRules<JsonValue, JsonValue, JsonValue> Rules(
        bool hasResult = false,
        Func<Job<JsonValue, JsonValue, JsonValue>, ActionContext, bool>? when = null,
        TimeSpan? every = null,
        TimeSpan? deadline = null,
        string method = "GET") => new()
        {
            When = when,
            Request = new()
            {
                Method = method,
                Build = static (request, job, _) => request.Url((job.Last ?? job.Started).Headers.TryGetValue("Location", out string? next) ? next : job.Started.Headers["Location"]),
            },
            Done = static (job, _) => State(job) == "done",
            Failures =
            [
                new()
                {
                    When = static (job, _) => State(job) == "failed",
                    Code = ErrorCode.Conflict,
                    Message = static (job, _) => Text(job.Status.Body, "why"),
                    ProviderCode = static (job, _) => Text(job.Status.Body, "code"),
                },
                new() { When = static (job, _) => State(job) == "lost", Message = static (_, _) => throw new InvalidOperationException() },
            ],
            Every = every ?? TimeSpan.FromSeconds(5),
            Deadline = deadline ?? TimeSpan.FromMinutes(10),
            Result = hasResult ? new() { Server = "api", Method = "GET", Build = static (request, job, _) => request.Path("/v1/results/" + Text(job.Status.Body, "result")) } : null,
        };

    public static RequestAction<JsonValue, JsonValue> Action(
        JobRules<JsonValue> rules, string[]? methods = null, RetryRules? retry = null, ActionIdempotency? idempotency = null) => new()
        {
            Id = "report.create",
            Effect = ActionEffect.Write,
            Idempotency = idempotency ?? ActionIdempotency.No,
            Methods = methods ?? ["key"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Server = "api",
            Method = "POST",
            Retry = retry,
            Job = rules,
            Build = static (request, _, _) => request.Path("/v1/reports"),
        };

    public static string? Text(JsonValue value, string name) =>
        value.Element.ValueKind == System.Text.Json.JsonValueKind.Object && value.Element.TryGetProperty(name, out System.Text.Json.JsonElement member) ? member.GetString() : null;

    private static string? State(Job<JsonValue, JsonValue, JsonValue> job) => Text(job.Status.Body, "state");
}
