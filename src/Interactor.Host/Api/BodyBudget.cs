using Interactor.Runtime;

namespace Interactor.Host.Api;

/// <summary>
/// How many bytes of request bodies the host holds at a time, of all requests together: without it, bodies that are read before their calls find a place would be bounded by
/// nothing but the number of connections.
/// </summary>
internal sealed class BodyBudget(HostSettings settings)
{
    private long _held;

    /// <summary>What a request is told whose body finds no place.</summary>
    public static Refusal Full { get; } = new(503, "The host holds as many bytes of request bodies as it may. Try again when some requests have ended.", ErrorCode.Transient) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>How many bytes are held.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>Takes a place for more bytes.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _held, bytes) <= settings.MaxRequestBytesInFlight)
        {
            return true;
        }

        Give(bytes);
        return false;
    }

    /// <summary>Gives places back.</summary>
    public void Give(long bytes) => Interlocked.Add(ref _held, -bytes);
}
