using System.Diagnostics.CodeAnalysis;
using System.Net;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime;

/// <summary>An answer that begins a job or tells its state. Its body is read when it is asked for, because the last answer of a job may be of another shape.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Whoever follows the job disposes of the reply, and nobody else may.")]
public sealed class JobAnswer<TBody>
{
    private readonly JsonContract<TBody>? _contract;
    private readonly XmlShape? _xml;
    private readonly ActionContext _context;
    private readonly Reply _reply;
    private bool _isHeld = true;
    private TBody _body = default!;
    private bool _hasBody;
    private ReadOnlyMemory<byte>? _raw;

    internal JobAnswer(Reply reply, JsonContract<TBody>? contract, XmlShape? xml, ActionContext context)
    {
        _reply = reply;
        _contract = contract;
        _xml = xml;
        _context = context;
        Status = reply.Status;
        Headers = new ResponseHeaders(reply.Message);
    }

    /// <summary>The status code, 200–299.</summary>
    public int Status { get; }

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>The body.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: it does not have the declared shape.</exception>
    public TBody Body
    {
        get
        {
            if (!_hasBody)
            {
                _body = _contract is null ? (TBody)(object)Response.Body : BodyReader.Read(_reply, _contract, IsXml ? ResponseBodyKind.Xml : ResponseBodyKind.Json, _xml, _context);
                _hasBody = true;
            }

            return _body;
        }
    }

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Raw => _raw ??= Response.Raw;

    internal ProviderResponse Response => new(_reply);

    // Some call their JSON XML, or their XML a text.
    private bool IsXml => (_xml is not null || XmlMediaType.IsNamedBy(_reply.Message))
        && Utf8Mark.Skip(_reply.Body.WrittenSpan).TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..];

    /// <summary>An answer that was kept.</summary>
    internal static JobAnswer<TBody> Of(PendingJobAnswer kept, JsonContract<TBody>? contract, XmlShape? xml, ActionContext context)
    {
        HttpResponseMessage message = new((HttpStatusCode)kept.Status) { Content = new ReadOnlyMemoryContent(kept.Body) };
        foreach ((string name, string value) in kept.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        PooledBuffer body = PooledBuffer.Rent();
        body.Write(kept.Body.Span);
        JobAnswer<TBody> answer = new(new Reply(message, body), contract, xml, context);
        answer.Settle();
        return answer;
    }

    internal PendingJobAnswer ToPending() => new() { Status = Status, Headers = Headers.ToDictionary(StringComparer.OrdinalIgnoreCase), Body = Raw };

    /// <summary>Reads what is wanted of the answer, and lets go of it.</summary>
    internal void Settle()
    {
        try
        {
            _ = Body;
            _ = Raw;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Hands the answer over to whoever reads the output of it.</summary>
    internal Reply Release()
    {
        _isHeld = false;
        return _reply;
    }

    internal void Dispose()
    {
        if (_isHeld)
        {
            _isHeld = false;
            _reply.Dispose();
        }
    }
}
