using System.Diagnostics;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Connecting;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.Executing;
using Interactor.Host.Management;
using Interactor.Host.Mcp;
using Interactor.Host.OpenApi;
using Interactor.Host.Packages;
using Interactor.Host.People;
using Interactor.Host.Secrets;
using Interactor.Host.Storage;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactor.Host;

/// <summary>A running host.</summary>
public sealed partial class HostApplication : IAsyncDisposable
{
    internal static readonly string[] FirstEnvironments = ["Development", "Testing", "Production"];

    // A refresh is not the request of anybody, so that it has this time apart from that of requests.
    private static readonly TimeSpan LongestRefresh = TimeSpan.FromSeconds(30);

    private readonly WebApplication _application;
    private readonly Database _database;
    private int _isOver;

    private HostApplication(WebApplication application, Database database, Uri url)
    {
        _application = application;
        _database = database;
        Url = url;
    }

    /// <summary>Where browsers and applications reach it.</summary>
    public Uri Url { get; }

    /// <summary>The key of the environment <c>Development</c> where this was the first start; it is shown now or never.</summary>
    public string? FirstKey { get; private init; }

    /// <summary>Where the first administrator is made, once and for a day; null where there is an administrator, or <see cref="HostSettings.OffersSetup"/> says no.</summary>
    public Uri? SetupUrl { get; private init; }

    /// <summary>The addresses of the connectors that it serves.</summary>
    public IReadOnlyList<string> Connectors =>
        [.. Service<ConnectorCatalogue>().Current.Select(static connector => connector.Address).Union(Service<PublishedConnectors>().Addresses).Order(StringComparer.Ordinal)];

    /// <summary>Starts a host.</summary>
    /// <param name="settings">What whoever runs it decides.</param>
    /// <param name="configureLogging">Where its logs go; null for nowhere.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="HostException">The database, the key ring or the address cannot be used.</exception>
    public static async Task<HostApplication> StartAsync(HostSettings settings, Action<ILoggingBuilder>? configureLogging = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        TimeProvider time = settings.TimeProvider ?? TimeProvider.System;
        Database database = await OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        WebApplication? application = null;
        try
        {
            await Migrator.MigrateAsync(database, time, cancellationToken).ConfigureAwait(false);
            application = Build(settings, database, time, configureLogging);
            await LoadAsync(application.Services, settings, cancellationToken).ConfigureAwait(false);
            string? key = await PrepareAsync(application.Services.GetRequiredService<EnvironmentStore>(), settings, cancellationToken).ConfigureAwait(false);
            Uri url = await ListenAsync(application, settings, cancellationToken).ConfigureAwait(false);
            return new HostApplication(application, database, url) { FirstKey = key, SetupUrl = await SetupUrlAsync(application.Services, cancellationToken).ConfigureAwait(false) };
        }
        catch
        {
            await (application?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sets what an environment of the organization configures a connector with, as an operator does who has no key.</summary>
    /// <param name="environment">The name of the environment.</param>
    /// <param name="connector">The connector's address, <c>owner/id</c>.</param>
    /// <param name="values">The values of its variables by name; null removes one, and those that are not named stay. From then on the provider itself is called.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HostException">There is no such environment.</exception>
    public async Task ConfigureAsync(string environment, string connector, IReadOnlyDictionary<string, string?> values, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<HostEnvironment> environments = await Service<EnvironmentStore>().ListAsync(cancellationToken).ConfigureAwait(false);
        HostEnvironment found = environments.FirstOrDefault(candidate => candidate.Name == environment && candidate.Organization == Service<HostSettings>().Organization)
            ?? throw new HostException($"There is no environment '{environment}'. There are: {string.Join(", ", environments.Select(static candidate => candidate.Name))}.");
        await Service<ConfigurationStore>().SetAsync(found.Id, connector, values, isLive: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Offers actions as tools to a client of the Model Context Protocol, until its input ends.</summary>
    /// <param name="input">What the client writes: a JSON-RPC message a line.</param>
    /// <param name="output">What the client reads.</param>
    /// <param name="settings">Which actions, and for whom.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="HostException">The settings name an environment or a connector that there is not.</exception>
    public Task ServeToolsAsync(Stream input, Stream output, McpSettings settings, CancellationToken cancellationToken = default) =>
        Service<McpServers>().ServeAsync(input, output, settings, cancellationToken);

    /// <summary>Waits until the host stops: because somebody ends the wait, or by itself, after a failure that it cannot go on from.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitForStopAsync(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _application.Lifetime.ApplicationStopping);
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (either.Token.Register(stopped.SetResult))
        {
            await stopped.Task.ConfigureAwait(false);
        }
    }

    internal T Service<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    /// <summary>
    /// Takes no more requests, lets those end that are under way, then the refreshes of tokens that nobody waits for any more, writes what is to be written, and stops.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return;
        }

        try
        {
            await _application.StopAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The time that was given is over, and requests were cut off. What they did is written all the same.
        }
        finally
        {
            await SettleAsync().ConfigureAwait(false);
        }
    }

    private async Task SettleAsync()
    {
        try
        {
            if (!await _database.SettleAsync(LongestRefresh).ConfigureAwait(false))
            {
                LogCutOff(Service<ILogger<HostApplication>>());
            }

            await _application.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await _database.DisposeAsync().ConfigureAwait(false);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A refresh of a token was under way for too long and is cut off; its account may have to be connected again.")]
    private static partial void LogCutOff(ILogger logger);

    internal static async Task<Database> OpenAsync(HostSettings settings, CancellationToken cancellationToken) => settings.Connection is { } connection
        ? await PostgresDatabase.OpenAsync(connection, cancellationToken).ConfigureAwait(false)
        : await SqliteDatabase.OpenAsync(settings.DataDirectory, cancellationToken).ConfigureAwait(false);

    private static WebApplication Build(HostSettings settings, Database database, TimeProvider time, Action<ILoggingBuilder>? configureLogging)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        configureLogging?.Invoke(builder.Logging);

        // Below warnings the framework logs URLs, and those of callbacks hold codes.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // The host says itself what these say of requests that it refuses and of clients that go away, and of keys that are files on purpose.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrelCore().UseUrls(settings.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxRequestBytes;
        });
        builder.Services
            .AddRoutingCore()
            .AddSingleton<IHostLifetime, QuietLifetime>()
            .Configure<HostOptions>(options => options.ShutdownTimeout = settings.ShutdownTime)
            .AddSingleton(settings)
            .AddSingleton(database)
            .AddSingleton(time)
            .AddVault(settings.KeyDirectory ?? Path.Combine(settings.DataDirectory, "keys"))
            .AddSingleton<HostAddress>()
            .AddSingleton<UnreadableRequests>()
            .AddSingleton<EnvironmentStore>()
            .AddSingleton<ConfigurationStore>()
            .AddSingleton<ConnectorCatalogue>()
            .AddSingleton<ConnectorPackages>()
            .AddSingleton<CredentialStores>()
            .AddSingleton<ConnectorSessions>()
            .AddSingleton<Sandboxes>()
            .AddSingleton<TicketStore>()
            .AddSingleton<DeviceWaits>()
            .AddSingleton<RedirectUrls>()
            .AddSingleton<ConnectFlow>()
            .AddSingleton<ExecutionWriter>()
            .AddSingleton<ExecutionLog>()
            .AddSingleton<ExecutionLimits>()
            .AddSingleton<BodyBudget>()
            .AddSingleton<IdempotencyWindow>()
            .AddSingleton<ActionRunner>()
            .AddMcp()
            .AddSingleton<ExecuteEndpoint>()
            .AddSingleton<DefinitionSources>()
            .AddSingleton<Compilations>()
            .AddSingleton<DraftStore>()
            .AddSingleton<DraftConnectors>()
            .AddSingleton<PublishedStore>()
            .AddSingleton<PublishedConnectors>()
            .AddSingleton<Publisher>()
            .AddHostedService(static services => services.GetRequiredService<PublishedConnectors>())
            .AddPeople(settings)
            .AddManagement()
            .AddHostDocument();
        WebApplication application = builder.Build();
        application.Services.GetRequiredService<ExecutionLog>();
        application.Services.GetRequiredService<UnreadableRequests>().ListenTo(application.Services.GetRequiredService<DiagnosticListener>());
        application.UseTrustedProxies(settings);
        application.UsePublicScheme(settings);
        application.UseMiddleware<RequestActivity>();
        application.UseMiddleware<FailureGuard>();
        application.UseRouting();
        application.UseMiddleware<LengthGuard>();
        application.UseMiddleware<QueryGuard>();
        application.UseRateLimiter();
        application.UsePeople();
        application.UseMiddleware<AccessGuard>();
        application.MapCompatible();
        application.MapConnect();
        application.MapActionTools();
        application.MapHealth();
        application.MapManagement();
        application.MapOpenIdConnect(settings);
        application.MapHostDocument();
        return application;
    }

    private static async Task LoadAsync(IServiceProvider services, HostSettings settings, CancellationToken cancellationToken)
    {
        IReadOnlyList<Organization> organizations = await services.GetRequiredService<EnvironmentStore>().OrganizationsAsync(cancellationToken).ConfigureAwait(false);
        HashSet<string> names = [settings.Organization, .. organizations.Select(static organization => organization.Name)];
        services.GetRequiredService<ConnectorCatalogue>().Add(
            [.. services.GetRequiredService<ConnectorPackages>().Load(), .. await DefinitionLoader.LoadAsync(settings, names, cancellationToken).ConfigureAwait(false)]);
        await services.GetRequiredService<PublishedConnectors>().LoadAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string?> PrepareAsync(EnvironmentStore environments, HostSettings settings, CancellationToken cancellationToken)
    {
        if (!await environments.EnsureAsync(settings.Organization, FirstEnvironments, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        IReadOnlyList<HostEnvironment> made = await environments.ListAsync(cancellationToken).ConfigureAwait(false);
        return await environments.NewKeyAsync(made.First(environment => environment.Organization == settings.Organization).Id, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Uri?> SetupUrlAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<HostSettings>().OffersSetup || await services.GetRequiredService<PersonStore>().HasAdministratorAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        (_, string secret) = await services.GetRequiredService<PersonLinks>().AddAsync(
            PersonLink.Setup, Role.Administrator, null, null, PersonLinks.SetupLifetime, cancellationToken).ConfigureAwait(false);
        return new Uri(services.GetRequiredService<HostAddress>().Url + SetupEndpoints.PagePath + secret);
    }

    private static async Task<Uri> ListenAsync(WebApplication application, HostSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw new HostException($"{settings.Url} cannot be listened at: {e.Message.TrimEnd('.')}. Name another --port.", e);
        }

        string listening = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Uri url = settings.PublicUrl ?? new Uri(listening);
        application.Services.GetRequiredService<HostAddress>().Set(url);
        return url;
    }
}
