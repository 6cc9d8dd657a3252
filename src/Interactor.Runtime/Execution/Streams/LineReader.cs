using System.Buffers;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Lines that end with LF or CRLF, or the records of a JSON text sequence (RFC 7464), each of which begins with RS.</summary>
internal sealed class LineReader(Stream stream, int limit, bool keepsBlank, bool isSequence) : RecordReader
{
    private const byte RecordSeparator = 0x1E;

    private readonly byte _delimiter = isSequence ? RecordSeparator : (byte)'\n';
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _start;
    private int _end;
    private int _scanned;
    private long _number;
    private bool _isOver;

    public override string Place => $"{(isSequence ? "record" : "line")} {_number}";

    public override async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            int found = _buffer.AsSpan(_start + _scanned, _end - _start - _scanned).IndexOf(_delimiter);
            int length = found < 0 ? _end - _start : _scanned + found;
            if (length > limit)
            {
                _number++;
                throw TooLong(limit);
            }

            if (found >= 0 || _isOver)
            {
                if (found < 0 && length == 0)
                {
                    return false;
                }

                int begin = _start;
                _start = Math.Min(_end, _start + length + 1);
                _scanned = 0;
                if (Take(_buffer.AsMemory(begin, length)))
                {
                    return true;
                }

                continue;
            }

            _scanned = length;
            MakeRoom();
            int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            _isOver = read == 0;
        }
    }

    public override ValueTask DisposeAsync()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        Current = default;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return stream.DisposeAsync();
    }

    private bool Take(ReadOnlyMemory<byte> record)
    {
        if (isSequence)
        {
            return TakeOfSequence(record);
        }

        _number++;
        if (_number == 1)
        {
            record = record[^Utf8Mark.Skip(record.Span).Length..];
        }

        if (record.Span is [.., (byte)'\r'])
        {
            record = record[..^1];
        }

        Current = record;
        return keepsBlank || !IsBlank(record.Span);
    }

    // What may have been cut short is no value (RFC 7464, section 2.4): a number or a word without white space behind it.
    private bool TakeOfSequence(ReadOnlyMemory<byte> record)
    {
        if (IsBlank(record.Span))
        {
            return false;
        }

        _number++;
        Current = record;
        ReadOnlySpan<byte> text = record.Span;
        return text.TrimStart(" \t\r\n"u8)[0] is (byte)'{' or (byte)'[' or (byte)'"' || IsBlank(text[^1..])
            ? true
            : throw new InteractorException(ErrorCode.ContractViolation, $"The stream has at {Place} a value that may have been cut short.");
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }
}
