namespace Interactor.Runtime.Execution;

/// <summary>Hands on a stream, and fails where nothing of it arrives for longer than a limit. Time in which nobody reads does not count.</summary>
internal sealed class IdleLimit(Stream inner, TimeSpan limit, TimeProvider time, Func<InteractorException, Exception> fail) : ReadThroughStream(inner)
{
    /// <summary>A stream under the limit of a connector's options; the stream itself where there is none.</summary>
    /// <param name="inner">The stream.</param>
    /// <param name="runtime">The connector in use.</param>
    /// <param name="fail">Makes of the failure what a read of the stream throws.</param>
    public static Stream Over(Stream inner, ConnectorRuntime runtime, Func<InteractorException, Exception> fail) =>
        runtime.StreamIdleTimeout == Timeout.InfiniteTimeSpan ? inner : new IdleLimit(inner, runtime.StreamIdleTimeout, runtime.Time, fail);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Deadline deadline = Deadline.Rent(limit, time, cancellationToken)!;
        bool isQuiet = false;
        try
        {
            ValueTask<int> reading = Inner.ReadAsync(buffer, deadline.Token);
            if (!reading.IsCompleted)
            {
                deadline.Run();
            }

            int read = await reading.ConfigureAwait(false);
            isQuiet = true;
            return read;
        }
        catch (Exception e) when (deadline.Token.IsCancellationRequested && e is not OutOfMemoryException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw fail(new InteractorException(ErrorCode.Timeout, $"Nothing of the stream arrived for {limit.TotalSeconds:0.###} seconds.", e));
        }
        finally
        {
            deadline.Stop(isQuiet);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Inner.Read(buffer, offset, count);
}
