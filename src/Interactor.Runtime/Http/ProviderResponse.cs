using Interactor.Runtime.Json;

namespace Interactor.Runtime.Http;

/// <summary>A response of any status as error rules and connect steps see it: the body is parsed only if one of them asks.</summary>
public sealed class ProviderResponse
{
    private readonly PooledBuffer _bytes;
    private JsonValue? _body;
    private byte[]? _raw;
    private ResponseHeaders? _headers;
    private readonly HttpResponseMessage _message;

    internal ProviderResponse(Reply reply)
    {
        _message = reply.Message;
        _bytes = reply.Body;
    }

    /// <summary>The status code (RFC 9110, section 15).</summary>
    public int Status => (int)_message.StatusCode;

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers => _headers ??= new ResponseHeaders(_message);

    /// <summary>The body as JSON, or JSON null where it is not JSON.</summary>
    public JsonValue Body => _body ??= Parse(Raw.Span);

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Raw => _raw ??= _bytes.WrittenSpan.ToArray();

    private static JsonValue Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return utf8.IsEmpty ? JsonValue.Null : JsonValue.Parse(Utf8Mark.Skip(utf8));
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InteractorException or FormatException)
        {
            return JsonValue.Null;
        }
    }
}
