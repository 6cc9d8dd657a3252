using System.Diagnostics;
using Interactor.Runtime.Execution;

namespace Interactor.Runtime.Telemetry;

/// <summary>One attempt of a request as activity, metric and report. It exists only while somebody listens.</summary>
internal sealed class AttemptObservation
{
    private readonly ConnectorRuntime _runtime;
    private readonly OutgoingRequest _request;
    private readonly Uri _first;
    private readonly Activity? _activity;
    private readonly long _started;

    private AttemptObservation(ConnectorRuntime runtime, OutgoingRequest request, Activity? activity, long started)
    {
        _runtime = runtime;
        _request = request;
        _first = request.Url!;
        _activity = activity;
        _started = started;
    }

    private bool IsRedirected => !ReferenceEquals(_first, _request.Url);

    /// <summary>Begins to observe a request whose address is known; null where nobody listens, which costs two checks.</summary>
    public static AttemptObservation? Start(ConnectorRuntime runtime, OutgoingRequest request) =>
        runtime.Attempts.IsListening || RuntimeTelemetry.Source.HasListeners() || RuntimeTelemetry.AttemptDuration.Enabled ? Begin(runtime, request) : null;

    public void Cancel()
    {
        Tell(null, null);
        if (_activity is { } activity)
        {
            SetEnd(activity);
            activity.Dispose();
        }
    }

    public void Finish(int? status, InteractorException? failure)
    {
        Tell(status, failure);
        if (RuntimeTelemetry.AttemptDuration.Enabled)
        {
            TagList tags = new()
            {
                { "http.request.method", _request.Shape.Method.Method },
                { "interactor.connector", _runtime.Connector.Address },
                { "interactor.action", _request.Name },
            };
            if (status is not null)
            {
                tags.Add("http.response.status_code", status);
            }

            if (failure is not null)
            {
                tags.Add("error.type", failure.CodeText);
            }

            RuntimeTelemetry.AttemptDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        }

        if (_activity is { } activity)
        {
            SetEnd(activity);
            activity.SetTag("http.response.status_code", status);
            if (failure is not null)
            {
                activity.SetStatus(ActivityStatusCode.Error);
                activity.SetTag("error.type", status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? failure.CodeText);
                activity.SetTag("interactor.error.code", failure.CodeText);
                if (IsUnsent(failure))
                {
                    activity.SetTag("interactor.request.sent", false);
                }
            }

            activity.Dispose();
        }
    }

    // Where no connection came about, the provider knows nothing of the request, which matters to who thinks of repeating it.
    private bool IsUnsent(InteractorException failure) => !IsRedirected && failure.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static AttemptObservation Begin(ConnectorRuntime runtime, OutgoingRequest request)
    {
        Activity? activity = RuntimeTelemetry.Source.StartActivity(request.Shape.Method.Method, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", request.Shape.Method.Method);
            SetServer(activity, request.Url!);
            activity.SetTag("interactor.connector", runtime.Connector.Address);
            activity.SetTag("interactor.action", request.Name);
            activity.SetTag("interactor.version", request.Context.Action?.Version);
            activity.SetTag("interactor.attempt", request.Attempt);
            if (request.Attempt > 1)
            {
                activity.SetTag("http.request.resend_count", request.Attempt - 1);
            }
        }

        return new AttemptObservation(runtime, request, activity, Stopwatch.GetTimestamp());
    }

    private static void SetServer(Activity activity, Uri uri)
    {
        activity.SetTag("server.address", uri.Host);
        activity.SetTag("server.port", uri.Port);
        activity.SetTag("url.scheme", uri.Scheme);
    }

    // A redirect may have led the request to another server.
    private void SetEnd(Activity activity)
    {
        if (IsRedirected && activity.IsAllDataRequested)
        {
            SetServer(activity, _request.Url!);
        }
    }

    private void Tell(int? status, InteractorException? failure) =>
        _runtime.Attempts.Tell(new AttemptReport(_request.Name, _request.Shape.Method.Method, _request.Url!.Host, status, Stopwatch.GetElapsedTime(_started), failure?.Code)
        {
            IsOfAction = _request.Context.Action is not null,
            WasSent = failure is null || !IsUnsent(failure),
        });
}
