using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Testing.Loading;

namespace Interactor.Host.Drafts;

/// <summary>Drafts as connectors that can be tried: the last revision of each of those that were tried last. An edit unloads the code of the one before.</summary>
internal sealed class DraftConnectors(DefinitionSources definitions, Compilations compilations, Sandboxes sandboxes)
{
    /// <summary>How many drafts are kept compiled.</summary>
    public const int MostHeld = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Owner, string Connector), Held> _held = [];
    private long _uses;

    /// <summary>A draft as it is tried on a sandbox, compiled if it changed.</summary>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public async Task<HostedConnector> OfAsync(Draft draft, CancellationToken cancellationToken) => (await HeldOfAsync(draft, cancellationToken).ConfigureAwait(false)).Trial;

    /// <summary>A draft as it would be served: with the values and accounts of its environment.</summary>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public async Task<HostedConnector> LiveOfAsync(Draft draft, CancellationToken cancellationToken) => (await HeldOfAsync(draft, cancellationToken).ConfigureAwait(false)).Live;

    /// <summary>Forgets a draft that was removed.</summary>
    public async Task ForgetAsync(string owner, string connector)
    {
        Held? held;
        lock (_gate)
        {
            _held.Remove((owner, connector), out held);
        }

        await EndAsync(held).ConfigureAwait(false);
    }

    private async Task<Compiled> HeldOfAsync(Draft draft, CancellationToken cancellationToken)
    {
        Held held = Find(draft, out Held?[] ended);
        foreach (Held? one in ended)
        {
            await EndAsync(one).ConfigureAwait(false);
        }

        try
        {
            return await held.Compiling.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch when (held.Compiling is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            // Whoever asks next may have more luck: errors of the definition come again, and a full queue need not.
            lock (_gate)
            {
                if (_held.GetValueOrDefault((draft.Owner, draft.Connector)) == held)
                {
                    _held.Remove((draft.Owner, draft.Connector));
                }
            }

            throw;
        }
    }

    // Of many that ask at once for what is new, one begins to compile it.
    private Held Find(Draft draft, out Held?[] ended)
    {
        (string, string) key = (draft.Owner, draft.Connector);
        lock (_gate)
        {
            ended = [];
            if (!_held.TryGetValue(key, out Held? held) || held.Revision != draft.Revision || held.UpdatedAt != draft.UpdatedAt)
            {
                ended = [held, held is null && _held.Count >= MostHeld ? Oldest() : null];
                _held[key] = held = new Held(draft.Revision, draft.UpdatedAt, Task.Run(() => CompileAsync(draft)));
            }

            held.Used = ++_uses;
            return held;
        }
    }

    private Held Oldest()
    {
        ((string, string) key, Held held) = _held.MinBy(static pair => pair.Value.Used);
        _held.Remove(key);
        return held;
    }

    private async Task<Compiled> CompileAsync(Draft draft)
    {
        HostedConnector trial = await compilations.RunAsync(draft.Owner, cancellation => definitions.Load(draft.Files, isTrial: true, cancellation), CancellationToken.None).ConfigureAwait(false);
        if (trial.Descriptor.Owner != draft.Owner || trial.Descriptor.Id != draft.Connector)
        {
            // What an environment keeps for a connector is found by its address: a draft is never somebody else's.
            trial.Loaded!.Dispose();
            throw RefusalException.Conflict($"The definition says that it is '{trial.Address}', and the draft is that of '{draft.Owner}/{draft.Connector}'.");
        }

        return new Compiled(trial, new HostedConnector(trial.Loaded!) { Listing = trial.Listing });
    }

    private async Task EndAsync(Held? held)
    {
        if (held is null)
        {
            return;
        }

        Compiled compiled;
        try
        {
            compiled = await held.Compiling.ConfigureAwait(false);
        }
        catch (Exception e) when (e is DefinitionException or RefusalException)
        {
            return;
        }

        await sandboxes.ForgetAsync(compiled.Trial).ConfigureAwait(false);
        await sandboxes.ForgetAsync(compiled.Live).ConfigureAwait(false);
        compiled.Trial.Loaded!.Dispose();
    }

    private sealed class Held(long revision, DateTimeOffset updatedAt, Task<Compiled> compiling)
    {
        public long Revision { get; } = revision;

        public DateTimeOffset UpdatedAt { get; } = updatedAt;

        public Task<Compiled> Compiling { get; } = compiling;

        public long Used { get; set; }
    }

    private sealed record Compiled(HostedConnector Trial, HostedConnector Live);
}
