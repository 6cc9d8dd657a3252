using System.Buffers;
using System.Net.ServerSentEvents;

namespace Interactor.Runtime.Execution;

/// <summary>The data of server-sent events (WHATWG HTML, section 9.2), of all types or of some. What ends the stream may be of any type.</summary>
internal sealed class EventReader : RecordReader
{
    private readonly EventLimit _source;
    private readonly int _limit;
    private readonly IReadOnlyList<string> _types;
    private readonly byte[]? _end;
    private readonly ArrayBufferWriter<byte> _data = new();
    private readonly IAsyncEnumerator<SseItem<bool>> _events;
    private long _number;

    public EventReader(Stream stream, int limit, IReadOnlyList<string> types, byte[]? end, CancellationToken cancellationToken)
    {
        _limit = limit;
        _types = types;
        _end = end;
        _source = new EventLimit(stream, limit, Refuse);
        _events = SseParser.Create(_source, Keep).EnumerateAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);
    }

    public override string Place => $"event {_number}";

    public override async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        while (await _events.MoveNextAsync().ConfigureAwait(false))
        {
            if (_events.Current.Data)
            {
                Current = _data.WrittenMemory;
                return true;
            }
        }

        return false;
    }

    public override async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    // The parser's own buffer is valid here only.
    private bool Keep(string type, ReadOnlySpan<byte> data)
    {
        if (data.Length > _limit)
        {
            throw Refuse();
        }

        _number++;
        if (_types.Count > 0 && !_types.Contains(type) && (_end is null || !data.SequenceEqual(_end)))
        {
            return false;
        }

        _data.ResetWrittenCount();
        _data.Write(data);
        return true;
    }

    private InteractorException Refuse()
    {
        _number++;
        return TooLong(_limit);
    }
}
