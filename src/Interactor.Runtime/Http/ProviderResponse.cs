using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime.Http;

/// <summary>A response of any status as error rules and connect steps see it: the body is parsed only if one of them asks.</summary>
public sealed class ProviderResponse
{
    private static readonly JsonDocumentOptions AsDeepAsScanned = new() { MaxDepth = JsonScanner.DefaultMaxDepth };

    private readonly PooledBuffer _bytes;
    private JsonValue? _body;
    private byte[]? _raw;
    private ResponseHeaders? _headers;
    private readonly HttpResponseMessage _message;

    private readonly XmlShape? _xml;

    /// <summary>Wraps a reply.</summary>
    /// <param name="reply">The reply, which is not disposed.</param>
    /// <param name="xml">How the body is read where it is XML; null for the generic shape.</param>
    internal ProviderResponse(Reply reply, XmlShape? xml = null)
    {
        _xml = xml;
        _message = reply.Message;
        _bytes = reply.Body;
    }

    /// <summary>The status code (RFC 9110, section 15).</summary>
    public int Status => (int)_message.StatusCode;

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers => _headers ??= new ResponseHeaders(_message);

    /// <summary>The body as JSON, or as what its XML is in JSON; JSON null where it is neither.</summary>
    public JsonValue Body => _body ??= XmlMediaType.IsNamedBy(_message) ? ParseXml() : Parse(Raw.Span);

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Raw => _raw ??= _bytes.WrittenSpan.ToArray();

    private JsonValue ParseXml()
    {
        try
        {
            using PooledJson json = PooledJson.Rent();
            Encoding? encoding = Charset.Of(_message) is not { } charset ? null
                : Charset.Find(charset) ?? throw new XmlBodyException("its charset is not read");
            XmlBodyReader.Read(Raw, encoding, _xml ?? XmlShape.Generic, json.Writer);
            return Parse(json.Written);
        }
        catch (XmlBodyException)
        {
            // Some call their JSON XML.
            return Parse(Raw.Span);
        }
    }

    private static JsonValue Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.IsEmpty ? JsonValue.Null : new JsonValue(JsonElement.Parse(JsonEncoding.ToUtf8(json), AsDeepAsScanned));
        }
        catch (Exception e) when (e is JsonException or InteractorException or FormatException)
        {
            return JsonValue.Null;
        }
    }
}
