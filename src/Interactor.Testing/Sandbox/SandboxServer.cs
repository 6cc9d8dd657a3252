using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Interactor.Testing.Sandbox.Authorization;
using Interactor.Testing.Sandbox.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interactor.Testing.Sandbox;

/// <summary>
/// Plays the third party of one or more connectors on this machine, from their definitions: it answers the requests of their actions with the responses of their
/// tests, or with values made from their schemas; it asks for consent, issues tokens, and refuses calls without the credential that a definition declares.
/// </summary>
/// <remarks>It listens on 127.0.0.1 without TLS. Its tokens are no secrets of anyone; do not give it real ones.</remarks>
public sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(1);

    private readonly WebApplication _application;
    private readonly RequestLog _log;
    private readonly SampleCalls _samples;

    private SandboxServer(
        WebApplication application, Uri baseUrl, IReadOnlyList<SandboxConnector> connectors, SandboxOptions options, RouteTable routes, RequestLog log, SampleCalls samples)
    {
        _application = application;
        _log = log;
        _samples = samples;
        BaseUrl = baseUrl;
        Connectors = connectors;
        Options = options;
        Routes = [.. routes.Routes.Select(r => r.Shown)];
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5000</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The connectors whose third parties it plays.</summary>
    public IReadOnlyList<SandboxConnector> Connectors { get; }

    /// <summary>The options that it was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>What it answers.</summary>
    public IReadOnlyList<SandboxRoute> Routes { get; }

    /// <summary>The last thousand requests, the oldest first, without credentials.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Entries();

    /// <summary>Starts a server.</summary>
    /// <exception cref="SandboxException">The port is in use, or may not be used.</exception>
    public static async Task<SandboxServer> StartAsync(
        IReadOnlyList<SandboxConnector> connectors, SandboxOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connectors);
        options ??= new SandboxOptions();
        TimeProvider time = options.TimeProvider ?? TimeProvider.System;
        TokenBook tokens = new(time, options.TokenLifetime, options.TokenKey);
        RouteTable routes = new([.. connectors.SelectMany(c => RouteBuilder.Build(c, tokens, options))]);
        RequestLog log = new(time, tokens, SecretsOf(connectors, options));
        WebApplication application = ApplicationOn(options.Port, new SandboxPipeline(routes, tokens, log));
        try
        {
            await application.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            string problem = e is IOException ? "is in use" : "cannot be listened on";
            throw new SandboxException($"The port {options.Port.ToString(CultureInfo.InvariantCulture)} of 127.0.0.1 {problem}. Name another one, or none to take one that is free.", e);
        }

        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new SandboxServer(application, new Uri(address), connectors, options, routes, log, new SampleCalls(routes, tokens, options));
    }

    /// <summary>A handler that takes every request of a connector here, so that the runtime believes it speaks to the third party.</summary>
    public SandboxTransport CreateTransport() => new(BaseUrl);

    /// <summary>A request of a connector that works as it is, with a token that is issued for it where it needs one; null where the connector has no action.</summary>
    public SandboxCall? SampleCall(SandboxConnector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return _samples.Of(connector, BaseUrl);
    }

    /// <summary>Where a URL of the third party is here, for a browser: <c>http://127.0.0.1:5000/~accounts.google.com/o/oauth2/v2/auth</c>.</summary>
    public Uri Locate(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new Uri($"{BaseUrl.GetLeftPart(UriPartial.Authority)}{SandboxPipeline.HostPrefix}{url.Authority}{url.PathAndQuery}");
    }

    /// <summary>Stops the server; requests under way get a second.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource limit = new(StopTime);
        await _application.StopAsync(limit.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    // An empty builder reads no settings, no environment and writes no log.
    private static WebApplication ApplicationOn(int port, SandboxPipeline pipeline)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        WebApplication application = builder.Build();
        application.Run(pipeline.HandleAsync);
        return application;
    }

    private static IReadOnlyCollection<string> SecretsOf(IReadOnlyList<SandboxConnector> connectors, SandboxOptions options) =>
    [
        .. from connector in connectors
           let values = connector.Variables(options)
           from variable in connector.Model.Variables
           where variable.IsSecret
           select values[variable.Name],
    ];
}
