using System.Data.Common;
using Interactor.Host.Connectors;
using Interactor.Testing.Loading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Drafts;

/// <summary>Serves what was published, by this host or by another one that shares the database.</summary>
internal sealed partial class PublishedConnectors(DefinitionSources definitions, PublishedStore store, ConnectorCatalogue catalogue, TimeProvider time, ILogger<PublishedConnectors> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly HashSet<(string Owner, string Connector, string Version)> _known = [];
    private long _revision = -1;

    /// <summary>Compiles and serves what is published and not served yet, and makes the current versions current.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            long revision = await store.RevisionAsync(cancellationToken).ConfigureAwait(false);
            if (revision == _revision)
            {
                return;
            }

            foreach (PublishedVersion version in await store.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!_known.Contains((version.Owner, version.Connector, version.Version)))
                {
                    await ServeAsync(version, cancellationToken).ConfigureAwait(false);
                    _known.Add((version.Owner, version.Connector, version.Version));
                }

                if (version.IsCurrent != 0)
                {
                    catalogue.MakeCurrent($"{version.Owner}/{version.Connector}", version.Version);
                }
            }

            _revision = revision;
        }
        finally
        {
            _gate.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await LoadAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (DbException e)
            {
                LogUnknown(log, e.Message);
            }
        }
    }

    // What cannot be served any more stops neither the host nor the other connectors.
    private async Task ServeAsync(PublishedVersion version, CancellationToken cancellationToken)
    {
        try
        {
            byte[] files = await store.FilesAsync(version.Owner, version.Connector, version.Version, cancellationToken).ConfigureAwait(false) ?? throw new InvalidDataException("It has no files.");
            catalogue.Add([definitions.Load(DefinitionArchive.Read(files), cancellationToken)]);
        }
        catch (Exception e) when (e is DefinitionException or InvalidDataException or InvalidOperationException)
        {
            LogUnserved(log, version.Owner, version.Connector, version.Version, e.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Owner}/{Connector} {Version} was published, but this version of the host cannot serve it: {Reason}")]
    private static partial void LogUnserved(ILogger logger, string owner, string connector, string version, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Whether connectors were published is not known just now: {Reason}")]
    private static partial void LogUnknown(ILogger logger, string reason);
}
