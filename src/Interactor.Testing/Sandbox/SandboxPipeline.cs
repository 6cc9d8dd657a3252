using System.Text.Json.Nodes;
using Interactor.Testing.Examples;
using Interactor.Testing.Sandbox.Authorization;
using Interactor.Testing.Sandbox.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Interactor.Testing.Sandbox;

/// <summary>Takes each HTTP request to its route and writes the answer.</summary>
internal sealed class SandboxPipeline(RouteTable routes, TokenBook tokens, RequestLog log)
{
    /// <summary>The header that names the host that a request was meant for.</summary>
    public const string HostHeader = "X-Sandbox-Host";

    /// <summary>Begins a path that names the host itself, for browsers, which send no header of ours.</summary>
    public const string HostPrefix = "/~";

    // Dots and encoded slashes in a path are the caller's and stay as they are.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public async Task HandleAsync(HttpContext context)
    {
        if (await ReadAsync(context).ConfigureAwait(false) is not { } request)
        {
            await WriteAsync(context, Refusal(400, "bad_request", "The request line has no path, or a host that is none.")).ConfigureAwait(false);
            return;
        }

        (Route Route, string[] Values)? found = routes.Find(request, route => IsAuthorized(route, request));
        SandboxReply reply = found is { } match ? Answer(match.Route, match.Values, request) : Unknown(request);
        log.Add(request, request.Url.Host, reply.Status, found?.Route);
        await WriteAsync(context, reply).ConfigureAwait(false);
    }

    private SandboxReply Answer(Route route, string[] values, SentRequest request)
    {
        if (!IsAuthorized(route, request))
        {
            string methods = string.Join(" or ", route.Credentials.Select(c => $"'{c.Method.Id}'"));
            return Refusal(401, "invalid_token", $"The request does not carry the credential of the security method {methods}, or its token is not one that this sandbox issued and that is still good.") with
            {
                Headers = [new("WWW-Authenticate", "Bearer error=\"invalid_token\"")],
            };
        }

        return route.Answer(request, values);
    }

    private bool IsAuthorized(Route route, SentRequest request) =>
        route.Credentials.Count == 0 || route.Credentials.Any(c => c.IsMet(request, route.Shown.Connector, tokens));

    private SandboxReply Unknown(SentRequest request)
    {
        JsonArray near = [.. routes.Near(request).Select(r => JsonValue.Create(r.ToString()))];
        return SandboxReply.Json(404, new JsonObject
        {
            ["error"] = "unknown_route",
            ["message"] = $"No action of the connector sends {request.Method} {request.Url.AbsolutePath}.",
            ["nearRoutes"] = near,
        });
    }

    private static SandboxReply Refusal(int status, string error, string message) =>
        SandboxReply.Json(status, new JsonObject { ["error"] = error, ["message"] = message });

    private static async Task<SentRequest?> ReadAsync(HttpContext context)
    {
        string target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "/";
        string host = context.Request.Headers[HostHeader].ToString();
        if (target.StartsWith(HostPrefix, StringComparison.Ordinal))
        {
            int end = target.AsSpan(HostPrefix.Length).IndexOfAny('/', '?') is var index && index < 0 ? target.Length : index + HostPrefix.Length;
            host = target[HostPrefix.Length..end];
            target = target[end..];
        }

        host = host.Length == 0 ? context.Request.Host.ToString() : host;
        target = target.StartsWith('/') ? target : "/" + target;
        if (!Uri.TryCreate($"https://{host}{target}", AsWritten, out Uri? url))
        {
            return null;
        }

        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return new SentRequest(
            context.Request.Method,
            url,
            [.. context.Request.Headers.Where(h => h.Key != HostHeader).Select(h => new KeyValuePair<string, string>(h.Key, h.Value.ToString()))],
            body.ToArray());
    }

    private static async Task WriteAsync(HttpContext context, SandboxReply reply)
    {
        context.Response.StatusCode = reply.Status;
        foreach ((string name, string value) in reply.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (reply.Source is not null)
        {
            context.Response.Headers["X-Sandbox-Source"] = Uri.EscapeDataString(reply.Source);
        }

        if (reply.ContentType is not null)
        {
            context.Response.ContentType = reply.ContentType;
        }

        if (reply.Body.Length > 0 && reply.Status is not (204 or 304))
        {
            context.Response.ContentLength = reply.Body.Length;
            await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
