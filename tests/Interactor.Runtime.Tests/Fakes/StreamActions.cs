using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>Actions whose answers are read while they arrive, as the compiler would write them.</summary>
public static class StreamActions
{
    public static StreamAction<JsonValue, long> Lines(StreamKind kind = StreamKind.Lines, string? end = null, string[]? types = null, string[]? methods = null, RetryRules? retry = null, TimeSpan? timeout = null) => new()
    {
        Id = "thing.watch",
        Methods = methods ?? ["key"],
        Input = JsonContracts.Any,
        Item = JsonContracts.Int64,
        Server = "api",
        Method = "GET",
        Kind = kind,
        End = end,
        Types = types ?? [],
        Retry = retry,
        Timeout = timeout ?? TimeSpan.FromSeconds(30),
        Build = static (request, _, _) => request.Path("/v1/things"),
    };

    public static StreamAction<JsonValue, string> Text(StreamKind kind = StreamKind.Lines) => new()
    {
        Id = "thing.log",
        Methods = ["key"],
        Input = JsonContracts.Any,
        Item = JsonContracts.String,
        Server = "api",
        Method = "GET",
        Kind = kind,
        IsText = true,
        Build = static (request, _, _) => request.Path("/v1/log"),
    };

    public static DownloadAction<JsonValue> Download(Action<RequestBuilder, JsonValue, ActionContext>? build = null) => new()
    {
        Id = "thing.download",
        Methods = ["key"],
        Input = JsonContracts.Any,
        Server = "api",
        Method = "GET",
        Build = build ?? (static (request, _, _) => request.Path("/v1/file")),
    };
}
