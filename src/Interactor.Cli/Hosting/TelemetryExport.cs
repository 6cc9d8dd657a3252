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

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    private TelemetryExport()
    {
    }

    /// <summary>Begins to listen and send; does nothing where no collector is named.</summary>
    /// <exception cref="CommandException">A variable has a value that it does not take.</exception>
    public static TelemetryExport Begin(CommandHost host)
    {
        if (string.Equals(host.Variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return new TelemetryExport();
        }

        (bool toTraces, bool toMetrics) = (IsNamed(host, OfTraces), IsNamed(host, OfMetrics));
        TelemetryExport export = new();
        try
        {
            export.Listen(toTraces, toMetrics);
            return export;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            // The library reads the other variables itself, and says of none of them what it has in it.
            export.Dispose();
            throw new CommandException("A variable of OpenTelemetry (OTEL_…) has a value that it does not take. See docs/host/README.md, Traces and metrics.", ExitCode.Usage);
        }
    }

    /// <summary>Sends what is left, and ends.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Listen(bool toTraces, bool toMetrics)
    {
        ResourceBuilder resource = ResourceBuilder.CreateEmpty().AddService("interactor").AddTelemetrySdk().AddEnvironmentVariableDetector();
        _traces = !toTraces
            ? null
            : Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(ServerActivities.Name, HostTelemetry.Name, RuntimeTelemetry.Name)
                .AddProcessor(new ServerActivities())
                .AddOtlpExporter()
                .Build();
        _metrics = !toMetrics
            ? null
            : Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(RuntimeTelemetry.Name, ServerMeter).AddOtlpExporter().Build();
    }

    private static bool IsNamed(CommandHost host, string variable)
    {
        (string name, string? endpoint) = host.Variable(variable) is { } own ? (variable, own) : (Common, host.Variable(Common));
        return endpoint is not null && (Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? true
            : throw new CommandException($"What {name} has in it is no absolute http or https URL.", ExitCode.Usage));
    }
}
