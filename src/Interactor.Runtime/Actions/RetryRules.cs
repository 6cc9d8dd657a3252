using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>
/// When and how a failed attempt is repeated. The rules apply only to an action that reads, or whose repetition is known to be harmless
/// (<see cref="ActionIdempotency"/>); for any other action the first failure is final.
/// </summary>
public sealed class RetryRules
{
    /// <summary>How many attempts a call may take, the first one included.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The status codes after which an attempt is repeated. A failure of the network is always repeated.</summary>
    public IReadOnlyList<StatusRange> Statuses { get; init; } = [];

    /// <summary>The scripts that <see cref="When"/> needs; null for none. Where one fails the condition does not hold.</summary>
    public ScriptCalls<ProviderResponse>? WhenCalls { get; init; }

    /// <summary>Further failed responses after which an attempt is repeated; null for none. A condition that cannot be evaluated does not hold.</summary>
    public Func<ProviderResponse, ActionContext, bool>? When { get; init; }

    /// <summary>
    /// The response header that says how long to wait, beside <c>Retry-After</c> (RFC 9110, section 10.2.3): seconds, an HTTP date, or
    /// seconds or milliseconds since 1970. A wait is never longer than five minutes.
    /// </summary>
    public string? WaitHeader { get; init; }

    /// <summary>The upper bound of the wait after the first attempt; it doubles with each attempt. The wait itself is a random part of the bound.</summary>
    public TimeSpan ExponentialBase { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What the doubling bound may not exceed.</summary>
    public TimeSpan ExponentialCap { get; init; } = TimeSpan.FromSeconds(60);

    internal bool Covers(ProviderResponse response, ActionContext context)
    {
        try
        {
            return When?.Invoke(response, context) ?? false;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    internal bool Covers(int status)
    {
        for (int i = 0; i < Statuses.Count; i++)
        {
            if (Statuses[i].Contains(status))
            {
                return true;
            }
        }

        return false;
    }
}
