using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The items of one answer, read while they arrive.</summary>
internal sealed class ItemStream<TInput, TItem> : IAsyncDisposable
{
    private const string EventStream = "text/event-stream";

    private readonly StreamAction<TInput, TItem> _action;
    private readonly ActionContext _context;
    private readonly Reply _reply;
    private readonly RecordReader _records;
    private readonly PooledJson? _text;
    private readonly byte[]? _end;
    private long _count;

    private ItemStream(StreamAction<TInput, TItem> action, ActionContext context, Reply reply, Stream stream)
    {
        _action = action;
        _context = context;
        _reply = reply;
        _end = action.End is null ? null : Encoding.UTF8.GetBytes(action.End);
        _text = action.IsText ? PooledJson.Rent() : null;
        int limit = context.Runtime.MaxItemBytes;
        _records = action.Kind == StreamKind.Events
            ? new EventReader(stream, limit, action.Types, _end, context.CancellationToken)
            : new LineReader(stream, limit, action.IsText, isSequence: !action.IsText && MediaTypeOf(reply)?.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <summary>The item.</summary>
    public TItem Current { get; private set; } = default!;

    /// <summary>The item as UTF-8 JSON, until the next one is asked for.</summary>
    public ReadOnlyMemory<byte> CurrentUtf8 { get; private set; }

    /// <summary>Takes over a reply; it is disposed whatever happens.</summary>
    public static async ValueTask<ItemStream<TInput, TItem>> OpenAsync(StreamAction<TInput, TItem> action, ActionContext context, Reply reply)
    {
        try
        {
            if (action.Kind == StreamKind.Events && MediaTypeOf(reply) is { } other && !other.Equals(EventStream, StringComparison.OrdinalIgnoreCase))
            {
                throw new InteractorException(
                    ErrorCode.ContractViolation, $"The provider answered {reply.Status} with '{ShownName.Of(SecretRedactor.Redact(other, context))}' where the connector declares a stream of events.")
                {
                    Status = reply.Status,
                };
            }

            Encoding encoding = action.Kind == StreamKind.Events ? Encoding.UTF8 : BodyCharset.Of(reply, context) ?? Encoding.UTF8;
            Stream stream = IdleLimit.Over(
                await reply.Message.Content.ReadAsStreamAsync(context.CancellationToken).ConfigureAwait(false), context.Runtime, static failure => failure);
            stream = encoding is UTF8Encoding or ASCIIEncoding ? stream : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
            return new ItemStream<TInput, TItem>(action, context, reply, stream);
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        CancellationToken token = _context.CancellationToken;
        bool isThere;
        try
        {
            isThere = await _records.MoveNextAsync(token).ConfigureAwait(false);
        }
        catch (Exception e) when (token.IsCancellationRequested && e is not OutOfMemoryException)
        {
            throw new OperationCanceledException("The call was cancelled.", e, token);
        }
        catch (Exception e) when (e is not (InteractorException or OutOfMemoryException))
        {
            // A handler of the user's may give a stream that throws anything.
            string reason = (e as HttpIOException)?.HttpRequestError.ToString() ?? nameof(HttpRequestError.Unknown);
            throw new InteractorException(ErrorCode.Transient, $"The stream broke after {_count} {(_count == 1 ? "item" : "items")} ({reason}).", e) { Status = _reply.Status };
        }

        if (!isThere || (_end is not null && _records.Current.Span.SequenceEqual(_end)))
        {
            return false;
        }

        _count++;
        CurrentUtf8 = _text is null ? _records.Current : ToJson(_records.Current.Span, _text);
        Current = Read();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _records.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What is given up may end in any way.
        }

        _text?.Dispose();
        _reply.Dispose();
    }

    private TItem Read()
    {
        if (BodyReader.TryRead(CurrentUtf8.Span, _action.Item, _context, out TItem? item, out IReadOnlyList<ErrorDetail> errors))
        {
            return item;
        }

        errors = Findings.Redact(errors, _context);
        string place = _records.Place;
        throw new InteractorException(
            ErrorCode.ContractViolation, $"{char.ToUpperInvariant(place[0])}{place[1..]} of the stream does not have the shape that the connector declares{Findings.Summary(errors)}.")
        {
            Details = errors,
            Status = _reply.Status,
            RequestId = RequestIdHeader.Read(new ResponseHeaders(_reply.Message)) is { } id ? SecretRedactor.Redact(id, _context) : null,
        };
    }

    private static byte[] ToJson(ReadOnlySpan<byte> text, PooledJson json)
    {
        json.Reset();
        json.Writer.WriteStringValue(Encoding.UTF8.GetString(text));
        return json.Written.ToArray();
    }

    private static string? MediaTypeOf(Reply reply) => reply.Message.Content.Headers.ContentType?.MediaType;
}
