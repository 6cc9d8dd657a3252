using System.Collections.Concurrent;
using Interactor.Host.Connectors;
using Interactor.Host.Storage;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Microsoft.Extensions.Hosting;

namespace Interactor.Host.Connecting;

/// <summary>
/// Waits for people who consent on another device, and puts what came of it to their tickets, which the pages read. Of all hosts one waits for a person: a provider refuses a
/// code that is asked for too often. Where that host dies, the next look at the page begins to wait again.
/// </summary>
internal sealed class DeviceWaits(Database database, TicketStore tickets, IHostApplicationLifetime lifetime)
{
    // Each of them holds a right in the database. Who comes later waits for one of the others to end; the page goes on asking.
    private const int Most = 16;

    private readonly ConcurrentDictionary<string, Task> _waits = new(StringComparer.Ordinal);

    /// <summary>Begins to wait for a person, unless this host does.</summary>
    public void Begin(string secret, ConnectorSession session)
    {
        if (_waits.Count < Most)
        {
            _waits.GetOrAdd(secret, _ => Task.Run(() => WaitAsync(secret, session, lifetime.ApplicationStopping)));
        }
    }

    private async Task WaitAsync(string secret, ConnectorSession session, CancellationToken stopping)
    {
        try
        {
            IAsyncDisposable lease = await database.LeaseAsync("device\n" + TicketStore.IdOf(secret), stopping).ConfigureAwait(false);
            await using (lease.ConfigureAwait(false))
            {
                // Another host may have waited to the end meanwhile.
                if (await tickets.FindAsync(secret, stopping).ConfigureAwait(false) is (_, { Result: null, Device: { } device } ticket))
                {
                    ConnectResult result = await ResultOfAsync(session, device, stopping).ConfigureAwait(false);
                    await tickets.ReplaceAsync(secret, ticket with { Device = null, Result = result }, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _waits.TryRemove(secret, out _);
        }
    }

    private static async Task<ConnectResult> ResultOfAsync(ConnectorSession session, ConnectDevice device, CancellationToken stopping)
    {
        try
        {
            Connection connection = await session.Flow.CompleteDeviceAsync(PendingDevice.FromJson(device.Pending), stopping).ConfigureAwait(false);
            return new ConnectResult(connection.Identity?.Label ?? connection.Identity?.Id);
        }
        catch (InteractorException e)
        {
            return new ConnectResult(null, ErrorCodeText.Of(e.Code), e.Message);
        }
    }
}
