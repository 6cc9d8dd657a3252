using System.Text;
using Interactor.Compiler.Model;
using Interactor.Testing.Examples;
using Interactor.Testing.Sandbox.Authorization;
using Interactor.Testing.Sandbox.Routing;

namespace Interactor.Testing.Sandbox;

/// <summary>Keeps the last requests without what is secret in them.</summary>
internal sealed class RequestLog(TimeProvider time, TokenBook tokens, IReadOnlyCollection<string> secrets)
{
    private const int Capacity = 1000;
    private const int BodyLength = 4000;
    private const int ShortestSecret = 4;
    private const string Redacted = "[redacted]";

    private static readonly string[] HiddenHeaders = ["Authorization", "Cookie", "Proxy-Authorization"];

    private readonly Queue<SandboxRequest> _entries = new();
    private readonly Lock _gate = new();

    public IReadOnlyList<SandboxRequest> Entries()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }

    public void Add(SentRequest request, string host, int status, Route? route)
    {
        SandboxRequest entry = new(
            time.GetUtcNow(),
            request.Method,
            host,
            Redact(request.Url.AbsolutePath) + QueryOf(request, route),
            request.Headers
                .GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => IsHidden(g.Key, route) ? Redacted : Redact(string.Join(", ", g.Select(h => h.Value))), StringComparer.OrdinalIgnoreCase),
            route is { IsPrivate: false } ? BodyOf(request) : "",
            status,
            route?.Shown);
        lock (_gate)
        {
            if (_entries.Count == Capacity)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
        }
    }

    private string QueryOf(SentRequest request, Route? route)
    {
        StringBuilder query = new();
        foreach ((string name, string value) in request.Query)
        {
            bool isHidden = route is null or { IsPrivate: true } || route.Credentials.Any(c => c.Hides(ParameterLocation.Query, name));
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(isHidden ? Redacted : Redact(Uri.EscapeDataString(value)));
        }

        return query.ToString();
    }

    private static bool IsHidden(string header, Route? route) =>
        HiddenHeaders.Contains(header, StringComparer.OrdinalIgnoreCase) || route?.Credentials.Any(c => c.Hides(ParameterLocation.Header, header)) == true;

    private string BodyOf(SentRequest request)
    {
        string text = Redact(request.Text);
        return text.Length > BodyLength ? text[..BodyLength] + "…" : text;
    }

    private string Redact(string text)
    {
        foreach (string secret in secrets.Where(s => s.Length >= ShortestSecret))
        {
            text = text.Replace(secret, Redacted, StringComparison.Ordinal);
        }

        return tokens.Redact(text);
    }
}
