namespace Interactor.Host.Api;

/// <summary>The places that the body of one request has of the <see cref="BodyBudget"/>, until it is disposed of.</summary>
internal sealed class HeldBody(BodyBudget budget) : IDisposable
{
    private long _held;

    /// <summary>Takes places until it has as many as a body of a length needs.</summary>
    /// <exception cref="RefusalException">There are not that many.</exception>
    public void Reach(long length)
    {
        long more = length - _held;
        if (more <= 0)
        {
            return;
        }

        if (!budget.TryTake(more))
        {
            throw new RefusalException(BodyBudget.Full);
        }

        _held += more;
    }

    public void Dispose() => budget.Give(Interlocked.Exchange(ref _held, 0));
}
