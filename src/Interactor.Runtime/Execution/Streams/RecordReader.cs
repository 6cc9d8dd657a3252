namespace Interactor.Runtime.Execution;

/// <summary>Cuts a stream into records: the lines or events of which each is an item.</summary>
internal abstract class RecordReader : IAsyncDisposable
{
    /// <summary>The record, until the next one is asked for.</summary>
    public ReadOnlyMemory<byte> Current { get; protected set; }

    /// <summary>Where the record stands, for messages: <c>line 3</c>.</summary>
    public abstract string Place { get; }

    /// <summary>Goes on to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    public abstract ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    protected InteractorException TooLong(int limit) => new(
        ErrorCode.ContractViolation, $"The stream has at {Place} more than the limit of {limit} bytes for one item.");
}
