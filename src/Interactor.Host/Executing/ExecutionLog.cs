using System.Data.Common;
using System.Threading.Channels;
using Interactor.Host.Storage;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Executing;

/// <summary>
/// Has the records of executions written, many in one transaction, so that no call waits for the disk. Those of the last moment are lost with a process that is killed;
/// one that stops writes them all, and one whose database does not answer keeps them until it does.
/// </summary>
internal sealed partial class ExecutionLog : IAsyncDisposable
{
    private const int MostWaiting = 20_000;
    private const int MostAtOnce = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // A host that stops while its database does not answer gives up after this time.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(10);

    private readonly Channel<ExecutionRecord> _records = Channel.CreateBounded<ExecutionRecord>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly CancellationTokenSource _end = new();
    private readonly ExecutionWriter _writer;
    private readonly ILogger<ExecutionLog> _log;
    private readonly Task _writing;
    private volatile bool _isCutOff;

    public ExecutionLog(ExecutionWriter writer, ILogger<ExecutionLog> log)
    {
        _writer = writer;
        _log = log;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Takes a record; it waits only where a database that answers is far behind.</summary>
    public async ValueTask AddAsync(ExecutionRecord record)
    {
        if (_records.Writer.TryWrite(record))
        {
            return;
        }

        // No call hangs for a database that is gone, and none fails because the host has stopped.
        if (_isCutOff || !await TryWaitAsync(record).ConfigureAwait(false))
        {
            LogLost(_log, record.Id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _records.Writer.TryComplete();
        _end.CancelAfter(LastMoment);
        await _writing.ConfigureAwait(false);
        _end.Dispose();
    }

    private async ValueTask<bool> TryWaitAsync(ExecutionRecord record)
    {
        try
        {
            await _records.Writer.WriteAsync(record).ConfigureAwait(false);
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    private async Task WriteAllAsync()
    {
        List<ExecutionRecord> batch = [];
        while (await _records.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (batch.Count < MostAtOnce && _records.Reader.TryRead(out ExecutionRecord? record))
            {
                batch.Add(record);
            }

            await WriteAsync(batch).ConfigureAwait(false);
            batch.Clear();
            if (!_records.Reader.Completion.IsCompleted && _records.Reader.Count < MostAtOnce)
            {
                await Task.WhenAny(Task.Delay(Pause, CancellationToken.None), _records.Reader.Completion).ConfigureAwait(false);
            }
        }
    }

    private async Task WriteAsync(List<ExecutionRecord> batch)
    {
        try
        {
            await PatientlyAsync(batch).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !IsOutage(e))
        {
            await WriteEachAsync(batch).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOutage(e))
        {
            LogAllLost(_log, batch.Count, e.GetType().Name);
        }
    }

    // One of them cannot be kept, and takes no other with it.
    private async Task WriteEachAsync(List<ExecutionRecord> batch)
    {
        foreach (ExecutionRecord record in batch)
        {
            try
            {
                await PatientlyAsync([record]).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogLost(_log, record.Id);
            }
        }
    }

    private async Task PatientlyAsync(IReadOnlyList<ExecutionRecord> records)
    {
        for (TimeSpan pause = Pause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                await _writer.WriteAsync(records).ConfigureAwait(false);
                _isCutOff = false;
                return;
            }
            catch (Exception e) when (IsOutage(e) && !_end.IsCancellationRequested)
            {
                _isCutOff = true;
                LogOutage(_log, records.Count, e.GetType().Name, pause);
                await Task.Delay(pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static bool IsOutage(Exception e) => e is TimeoutException or IOException || (e is DbException failure && !ValueFailure.Is(failure));

    [LoggerMessage(1, LogLevel.Error, "The record of the execution {Id} could not be written and is lost.")]
    private static partial void LogLost(ILogger logger, string id);

    [LoggerMessage(2, LogLevel.Error, "{Count} records of executions could not be written before the host stopped ({Type}).")]
    private static partial void LogAllLost(ILogger logger, int count, string type);

    [LoggerMessage(3, LogLevel.Warning, "{Count} records of executions cannot be written now ({Type}); the next try is in {Pause}.")]
    private static partial void LogOutage(ILogger logger, int count, string type, TimeSpan pause);
}
