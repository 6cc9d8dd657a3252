using Interactor.Host.Executing;
using Interactor.Runtime.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Interactor.Cli.Hosting;

/// <summary>
/// Sends the traces and metrics of a host to a collector by the OpenTelemetry protocol, where the variables of its specification name one
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, or one for traces or metrics alone).
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Common = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OfTraces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string OfMetrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    // Durations by route and status.
    private const string ServerMeter = "Microsoft.AspNetCore.Hosting";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    private TelemetryExport(TracerProvider? traces, MeterProvider? metrics)
    {
        _traces = traces;
        _metrics = metrics;
    }

    /// <summary>Begins to listen and send; does nothing where no collector is named.</summary>
    /// <exception cref="CommandException">What a variable names is no address.</exception>
    public static TelemetryExport Begin(CommandHost host)
    {
        if (string.Equals(host.Variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return new TelemetryExport(null, null);
        }

        ResourceBuilder resource = ResourceBuilder.CreateEmpty().AddService("interactor").AddTelemetrySdk().AddEnvironmentVariableDetector();
        return new TelemetryExport(
            !IsNamed(host, OfTraces) ? null
                : Sdk.CreateTracerProviderBuilder()
                    .SetResourceBuilder(resource)
                    .AddSource(ServerActivities.Name, HostTelemetry.Name, RuntimeTelemetry.Name)
                    .AddProcessor(new ServerActivities())
                    .AddOtlpExporter()
                    .Build(),
            !IsNamed(host, OfMetrics) ? null
                : Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(RuntimeTelemetry.Name, ServerMeter).AddOtlpExporter().Build());
    }

    /// <summary>Sends what is left, and ends.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static bool IsNamed(CommandHost host, string variable)
    {
        (string name, string? endpoint) = host.Variable(variable) is { } own ? (variable, own) : (Common, host.Variable(Common));
        return endpoint is not null && (Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? true
            : throw new CommandException($"{name} is '{endpoint}', and not an absolute http or https URL.", ExitCode.Usage));
    }
}
