using System.Collections.Concurrent;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>
/// What a provider said about an account's rate, for all calls of that account: after "too many requests, come back then", those that may wait do so before
/// they ask, instead of each one being told the same. Calls without an account have nothing in common that a provider would count.
/// </summary>
internal sealed class RateBudget(TimeProvider time)
{
    // Quotas of an hour are common. A number that is larger may be one of milliseconds, and must not shut the account out for days.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<ConnectionKey, DateTimeOffset> _spentUntil = new();

    /// <summary>Whether a request should wait before its next attempt. Where no account is limited, this is one check.</summary>
    public bool IsSpentFor(OutgoingRequest request) => !_spentUntil.IsEmpty && WaitFor(request) > TimeSpan.Zero;

    /// <summary>Waits until the account may ask again.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.RateLimited"/>: that is later than a call waits for.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task WaitAsync(OutgoingRequest request)
    {
        TimeSpan wait = WaitFor(request);
        if (wait > RetryPolicy.LongestWait)
        {
            throw new InteractorException(ErrorCode.RateLimited, "The provider told the account to wait for longer than a call does. Nothing was sent.") { RetryAfter = wait };
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, request.Context.CancellationToken) : Task.CompletedTask;
    }

    /// <summary>Notes that an account may not ask for so long, an hour at most. A shorter wait never replaces a longer one.</summary>
    public void Spend(ConnectionKey account, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero && account != default)
        {
            DateTimeOffset until = time.GetUtcNow() + (wait < Longest ? wait : Longest);
            _spentUntil.AddOrUpdate(account, static (_, until) => until, static (_, known, until) => known > until ? known : until, until);
        }
    }

    // A call that is not repeated has no attempt to save: it goes out and hears for itself.
    private TimeSpan WaitFor(OutgoingRequest request)
    {
        if (request.Shape.Retry is null || !_spentUntil.TryGetValue(request.Context.Session.Key, out DateTimeOffset until))
        {
            return TimeSpan.Zero;
        }

        TimeSpan wait = until - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            _spentUntil.TryRemove(new KeyValuePair<ConnectionKey, DateTimeOffset>(request.Context.Session.Key, until));
        }

        return wait;
    }
}
