using System.Collections.Frozen;
using System.Data.Common;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Drafts;

/// <summary>
/// Serves what was published, by this host or by another one that shares the database. The current version of each connector is compiled in the background, or when it is first asked for;
/// another version when a caller pins one that only it has.
/// </summary>
internal sealed partial class PublishedConnectors(DefinitionSources definitions, Compilations compilations, PublishedStore store, ConnectorCatalogue catalogue, TimeProvider time, ILogger<PublishedConnectors> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private FrozenDictionary<(string Owner, string Connector), Entry[]> _known = FrozenDictionary<(string, string), Entry[]>.Empty;
    private long _revision = -1;

    /// <summary>The addresses of the connectors that were published.</summary>
    public IEnumerable<string> Addresses => _known.Keys.Select(static key => $"{key.Owner}/{key.Connector}");

    /// <summary>How many connectors wait for their current version to be compiled.</summary>
    public int Waiting => _known.Values.Count(static entries => entries[0].Compiling is not { IsCompletedSuccessfully: true });

    /// <summary>The published versions of a connector, the current one first and then the newest.</summary>
    public IReadOnlyList<string> VersionsOf(string owner, string connector) => [.. EntriesOf(owner, connector).Select(static entry => entry.Version.Version)];

    /// <summary>Reads what is published, and makes the current versions current.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            long revision = await store.RevisionAsync(cancellationToken).ConfigureAwait(false);
            if (revision != _revision)
            {
                Take(await store.ListAsync(cancellationToken).ConfigureAwait(false));
                _revision = revision;
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Waits until the current version of a connector is served, where it was published. If it cannot be, the newest one that can.</summary>
    public async ValueTask DemandAsync(string owner, string connector, CancellationToken cancellationToken)
    {
        foreach (Entry entry in EntriesOf(owner, connector))
        {
            if (await ServedAsync(entry, cancellationToken).ConfigureAwait(false) is not null)
            {
                break;
            }
        }
    }

    /// <summary>Waits until a version is served, where it was published.</summary>
    public async ValueTask DemandVersionAsync(string owner, string connector, string version, CancellationToken cancellationToken)
    {
        if (Array.Find(EntriesOf(owner, connector), entry => entry.Version.Version == version) is { } found)
        {
            await ServedAsync(found, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the version of a connector is served that has a major of an action, where one was published: the current one, or else the newest.</summary>
    public async ValueTask DemandActionAsync(string owner, string connector, string action, int major, CancellationToken cancellationToken)
    {
        foreach (Entry entry in EntriesOf(owner, connector))
        {
            if ((await ServedAsync(entry, cancellationToken).ConfigureAwait(false))?.Find(action, major) is not null)
            {
                break;
            }
        }
    }

    /// <summary>Waits until the current version of every connector is served.</summary>
    public async ValueTask DemandAllAsync(CancellationToken cancellationToken)
    {
        foreach ((string owner, string connector) in _known.Keys)
        {
            await DemandAsync(owner, connector, cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        _stop.Cancel();
        base.Dispose();
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _stop.Cancel();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops, or did not start.
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, time);
        do
        {
            try
            {
                await LoadAsync(stoppingToken).ConfigureAwait(false);
                await Parallel.ForEachAsync(_known.Keys, stoppingToken, (key, cancellation) => DemandAsync(key.Owner, key.Connector, cancellation)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is DbException or RefusalException)
            {
                LogUnknown(log, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private Entry[] EntriesOf(string owner, string connector) => _known.TryGetValue((owner, connector), out Entry[]? entries) ? entries : [];

    private void Take(IReadOnlyList<PublishedVersion> versions)
    {
        Dictionary<(string, string, string), Entry> held = _known.Values.SelectMany(static entries => entries).ToDictionary(static entry => entry.Key);
        _known = versions
            .GroupBy(static version => (version.Owner, version.Connector))
            .ToFrozenDictionary(
                static group => group.Key,
                group => group
                    .OrderByDescending(static version => version.IsCurrent)
                    .ThenByDescending(static version => VersionNumber.Of(version.Version))
                    .Select(version => held.GetValueOrDefault((version.Owner, version.Connector, version.Version)) ?? new Entry(version))
                    .ToArray());
        foreach (PublishedVersion version in versions.Where(static version => version.IsCurrent != 0))
        {
            catalogue.MakeCurrent($"{version.Owner}/{version.Connector}", version.Version);
        }
    }

    // Who does not wait any longer does not end the compilation, which others wait for.
    private ValueTask<HostedConnector?> ServedAsync(Entry entry, CancellationToken cancellationToken)
    {
        Task<HostedConnector?> compiling;
        lock (_gate)
        {
            compiling = entry.Compiling is { IsFaulted: false, IsCanceled: false } begun ? begun : entry.Compiling = Task.Run(() => CompileAsync(entry.Version));
        }

        return compiling.IsCompletedSuccessfully ? new ValueTask<HostedConnector?>(compiling.Result) : new ValueTask<HostedConnector?>(compiling.WaitAsync(cancellationToken));
    }

    // What cannot be served any more stops neither the host nor the other connectors.
    private async Task<HostedConnector?> CompileAsync(PublishedVersion version)
    {
        try
        {
            byte[] archive = await store.FilesAsync(version.Owner, version.Connector, version.Version, _stop.Token).ConfigureAwait(false) ?? throw new InvalidDataException("It has no files.");
            IReadOnlyDictionary<string, string> files = DefinitionArchive.Read(archive);
            HostedConnector connector = await compilations.RunAsync(version.Owner, cancellation => definitions.Load(files, isTrial: false, cancellation), _stop.Token).ConfigureAwait(false);
            catalogue.Add([connector]);
            return connector;
        }
        catch (Exception e) when (e is not (DbException or RefusalException or OperationCanceledException))
        {
            LogUnserved(log, version.Owner, version.Connector, version.Version, e.Message);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Owner}/{Connector} {Version} was published, but this version of the host cannot serve it: {Reason}")]
    private static partial void LogUnserved(ILogger logger, string owner, string connector, string version, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Whether connectors were published is not known just now: {Reason}")]
    private static partial void LogUnknown(ILogger logger, string reason);

    private sealed class Entry(PublishedVersion version)
    {
        public PublishedVersion Version { get; } = version;

        public (string Owner, string Connector, string Version) Key => (Version.Owner, Version.Connector, Version.Version);

        /// <summary>Null until somebody asks; the connector, or null where it cannot be served.</summary>
        public Task<HostedConnector?>? Compiling { get; set; }
    }
}
