using System.Text;

namespace Interactor.Runtime.Security;

/// <summary>A request that has everything but its signature, as the expressions under <c>sign</c> see it. It can hold the credential.</summary>
public sealed class UnsignedRequest
{
    private readonly RequestToSign _request;
    private IReadOnlyDictionary<string, string>? _headers;

    internal UnsignedRequest(in RequestToSign request) => _request = request;

    /// <summary>The method in upper case.</summary>
    public string Method => _request.Method.Method;

    /// <summary>The whole URL as it is sent.</summary>
    public string Url => _request.Uri.AbsoluteUri;

    /// <summary>The host, with its port where that is not the scheme's own (RFC 9110, section 7.2).</summary>
    public string Host => _request.Uri.IsDefaultPort ? _request.Uri.IdnHost : $"{_request.Uri.IdnHost}:{_request.Uri.Port}";

    /// <summary>The path as it is sent, percent-encoded; <c>/</c> where there is none.</summary>
    public string Path => _request.Uri.AbsolutePath;

    /// <summary>The query as it is sent, percent-encoded and without its <c>?</c>; empty where there is none.</summary>
    public string Query => _request.Uri.Query is { Length: > 0 } query ? query[1..] : "";

    /// <summary>The headers by name, whatever its case, with the media type of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers => _headers ??= ReadHeaders();

    /// <summary>The body as text in UTF-8; empty where there is none.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is not in memory.</exception>
    public string Body => Encoding.UTF8.GetString(_request.Body.Span);

    /// <summary>The bytes of the body; none where there is no body.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is not in memory.</exception>
    public ReadOnlyMemory<byte> Raw => _request.Body;

    /// <summary>Says where it goes, and nothing that is secret.</summary>
    public override string ToString() => _request.ToString();

    private Dictionary<string, string> ReadHeaders()
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in _request.AllHeaders())
        {
            headers[name] = value;
        }

        return headers;
    }
}
