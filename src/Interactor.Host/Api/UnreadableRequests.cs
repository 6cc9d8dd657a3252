using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Api;

/// <summary>
/// Writes a line for each request that the server refuses before anybody sees it: it is not HTTP, or its lengths contradict each other. What the server says of it is
/// left out, because it may quote a header with a key in it.
/// </summary>
internal sealed partial class UnreadableRequests(ILogger<UnreadableRequests> log) : IObserver<KeyValuePair<string, object?>>
{
    // https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/diagnostics
    private const string Event = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>Listens to the server that has a listener.</summary>
    public void ListenTo(DiagnosticListener server) => server.Subscribe(this, static (name, _, _) => name == Event);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // The server may find only while it reads what is left of a request that the host has refused already.
        if (value is { Key: Event, Value: IFeatureCollection features } && features.Get<LoggedRefusal>() is null)
        {
            LogRefused(log, (features.Get<IBadRequestExceptionFeature>()?.Error as BadHttpRequestException)?.StatusCode ?? 400);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    [LoggerMessage(1, LogLevel.Warning, "A request was refused with {Status} before it was read: it is not HTTP, or not what the server takes.")]
    private static partial void LogRefused(ILogger logger, int status);
}
