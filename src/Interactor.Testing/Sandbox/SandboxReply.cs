using System.Text;
using System.Text.Json.Nodes;

namespace Interactor.Testing.Sandbox;

/// <summary>What the sandbox answers.</summary>
/// <param name="Source">Which example the response is, for the header <c>X-Sandbox-Source</c>; null where that says nothing.</param>
internal sealed record SandboxReply(int Status, byte[] Body, string? ContentType, string? Source = null)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static SandboxReply Json(int status, JsonNode? body, string? source = null) =>
        new(status, Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"), "application/json", source);

    public static SandboxReply Html(int status, string body) => new(status, Encoding.UTF8.GetBytes(body), "text/html; charset=utf-8")
    {
        // The page needs nothing but its own style, and must not stand in a frame.
        Headers = [new("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")],
    };

    public static SandboxReply Redirect(string location) => new(302, [], null) { Headers = [new("Location", location)] };
}
