using System.Buffers;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime.Http;

/// <summary>
/// Writes one request: path, query, headers and at most one body. Every value is encoded for its place, so that none can reach beyond it.
/// A builder belongs to the attempt that it was handed out for and is reused afterwards; do not keep it.
/// </summary>
public sealed partial class RequestBuilder
{
    private readonly TextBuffer _url = new();
    private readonly TextBuffer _form = new();
    private readonly QueryWriter _query;
    private readonly QueryWriter _fields;
    private readonly PooledBuffer _body = new();
    private readonly MultipartWriter _parts;
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<ContentInsert> _inserts = [];
    private KeyValuePair<string, string>[]? _unsigned;
    private Utf8JsonWriter? _json;
    private XmlShape? _xml;
    private PooledBuffer? _document;
    private RequestBodyKind _kind;
    private string? _contentType;
    private ReadOnlyMemory<byte> _bytes;

    internal RequestBuilder()
    {
        _query = new QueryWriter(_url, PercentEncoding.Unreserved) { Separator = '?' };
        _fields = new QueryWriter(_form, PercentEncoding.Form);
        _parts = new MultipartWriter(_body);
    }

    /// <summary>Path and query so far, or the whole URL.</summary>
    internal ReadOnlySpan<char> Target => _url.Written;

    /// <summary>Whether <see cref="Url"/> replaced server and path.</summary>
    internal bool IsAbsolute { get; private set; }

    /// <summary>Whose fault a URL or a part of the path is that is missing.</summary>
    internal ErrorCode Blame { get; set; } = ErrorCode.InputInvalid;

    internal List<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The media type of the body, where it has one.</summary>
    internal string? ContentType => _kind == RequestBodyKind.None ? null : _contentType;

    /// <summary>The fields of a form body as they are sent; empty for any other body.</summary>
    internal ReadOnlySpan<char> FormFields => _kind == RequestBodyKind.Form ? _form.Written : default;

    /// <summary>Appends a fixed part of the path, as its author wrote it. A <c>?</c> in it begins the query.</summary>
    public void Path(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int mark = text.IndexOf('?', StringComparison.Ordinal);
        PercentEncoding.AppendTo(_url, mark < 0 ? text : text.AsSpan(0, mark), PercentEncoding.PathLiteral);
        if (mark >= 0)
        {
            _url.Append('?');
            PercentEncoding.AppendTo(_url, text.AsSpan(mark + 1), PercentEncoding.QueryLiteral);
            _query.Separator = mark == text.Length - 1 ? null : '&';
        }
    }

    /// <summary>Appends a value as (a part of) one segment of the path: nothing in it can end the segment (RFC 3986, section 3.3).</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value is null or empty, or is <c>.</c> or <c>..</c>, which would name another path.</exception>
    public void Segment(string? value)
    {
        if (string.IsNullOrEmpty(value) || value is "." or "..")
        {
            throw new InteractorException(
                Blame, "A value in the path of the request is empty, or is '.' or '..', which would address something else.");
        }

        PercentEncoding.AppendTo(_url, value, PercentEncoding.Unreserved);
    }

    /// <summary>Appends a list to the path, its values between commas (OpenAPI 3.1, style <c>simple</c>).</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the list is null or empty, or holds a value that <see cref="Segment(string?)"/> refuses.</exception>
    public void Segment(IReadOnlyList<string?>? values)
    {
        if (values is null or { Count: 0 })
        {
            Segment((string?)null);
            return;
        }

        for (int i = 0; i < values.Count; i++)
        {
            _url.Append(i == 0 ? "" : ",");
            Segment(values[i]);
        }
    }

    /// <summary>Appends a value of any shape to the path: names and values of an object, or the items of a list, between commas (OpenAPI 3.1, style <c>simple</c>).</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is null or empty, or nests deeper than the style can write.</exception>
    public void Segment(JsonValue value) => Segment(SimpleStyle.Parts("path", value.Element, explode: false));

    /// <summary>Replaces server and path by a whole URL; a fragment is dropped (RFC 9110, section 7.1).</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is null, or has a control character.</exception>
    public void Url(string? absolute)
    {
        if (string.IsNullOrEmpty(absolute) || absolute.AsSpan().ContainsAnyInRange('\0', '\x1f') || absolute.Contains('\x7f', StringComparison.Ordinal))
        {
            throw new InteractorException(
                Blame,
                Blame == ErrorCode.InputInvalid
                    ? "The URL of the request is empty or has a control character."
                    : "The provider gave no URL for the request, or one with a control character.");
        }

        int fragment = absolute.IndexOf('#', StringComparison.Ordinal);
        ReadOnlySpan<char> url = fragment < 0 ? absolute : absolute.AsSpan(0, fragment);
        _url.Clear();
        _url.Append(url);
        _query.Separator = url.IndexOf('?') is var mark && mark < 0 ? '?' : mark == url.Length - 1 ? null : '&';
        IsAbsolute = true;
    }

    /// <summary>Adds a query parameter; null adds nothing.</summary>
    public void Query(string name, string? value, bool allowReserved = false)
    {
        if (value is not null)
        {
            _query.Pair(name, value, Kept(allowReserved));
        }
    }

    /// <summary>Adds a list as a query parameter (OpenAPI 3.1, <c>style</c> and <c>explode</c>); null and an empty list add nothing.</summary>
    public void Query(string name, IReadOnlyList<string?>? values, QueryStyle style, bool explode, bool allowReserved)
    {
        if (values is not null)
        {
            _query.List(name, values, style, explode, Kept(allowReserved));
        }
    }

    /// <summary>Adds a value of any shape as a query parameter (OpenAPI 3.1, <c>style</c> and <c>explode</c>); null and null members add nothing.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the style cannot write how deep the value nests.</exception>
    public void Query(string name, JsonValue value, QueryStyle style, bool explode, bool allowReserved) =>
        _query.Any(name, value.Element, style, explode, Kept(allowReserved));

    /// <summary>Sets a header, in place of an earlier one of that name; null leaves it as it is.</summary>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.InputInvalid"/>: the value has a control character such as a line break, or one beyond ASCII, or the header belongs to the HTTP client.
    /// </exception>
    public void Header(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        HeaderRules.CheckName(name);
        HeaderRules.CheckValue(name, value);
        int index = IndexOfHeader(name);
        if (index < 0)
        {
            _headers.Add(new KeyValuePair<string, string>(name, value));
        }
        else
        {
            _headers[index] = new KeyValuePair<string, string>(name, value);
        }
    }

    /// <summary>Sets a header to a value of any shape (OpenAPI 3.1, style <c>simple</c>); null leaves it as it is.</summary>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.InputInvalid"/>: the text is refused as that of <see cref="Header(string, string?)"/>, or the value nests deeper than the style can write.
    /// </exception>
    public void Header(string name, JsonValue value, bool explode)
    {
        if (!value.IsNull)
        {
            Header(name, string.Join(',', SimpleStyle.Parts(name, value.Element, explode)));
        }
    }

    /// <summary>Adds a cookie (RFC 6265, section 4.2); null adds nothing.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value has a character that a cookie cannot carry.</exception>
    public void Cookie(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        HeaderRules.CheckCookie(name, value);
        int index = IndexOfHeader("Cookie");
        string pair = $"{name}={value}";
        Header("Cookie", index < 0 ? pair : $"{_headers[index].Value}; {pair}");
    }

    internal bool HasHeader(string name) => IndexOfHeader(name) >= 0;

    /// <summary>The body with its media type, or null where the request has none.</summary>
    internal RequestContent? ToContent()
    {
        switch (_kind)
        {
            case RequestBodyKind.None:
                return null;
            case RequestBodyKind.Json:
                _json!.Flush();
                break;
            case RequestBodyKind.Xml:
                return ToContent(ToXml());
            case RequestBodyKind.Form:
                _body.Clear();
                _body.Advance(Encoding.ASCII.GetBytes(_form.Written, _body.GetSpan(_form.Length)));
                break;
            case RequestBodyKind.Multipart:
                _parts.End();
                break;
        }

        return ToContent(_kind == RequestBodyKind.Bytes ? _bytes : _body.WrittenMemory);
    }

    private RequestContent ToContent(ReadOnlyMemory<byte> bytes)
    {
        RequestContent content = new(bytes, _inserts.Count == 0 ? null : _inserts.ToArray());
        if (!HasHeader("Content-Type"))
        {
            content.Headers.TryAddWithoutValidation("Content-Type", _contentType);
        }

        return content;
    }

    /// <summary>Takes out of the query what was written again behind a place: a link of the provider's may bring along a credential that is then added anew.</summary>
    /// <param name="from">Where it was written, in characters of <see cref="Target"/>.</param>
    internal void ReplaceQuery(int from)
    {
        int mark = Target[..from].IndexOf('?');
        ReadOnlySpan<char> added = Target[from..].TrimStart("?&");
        if (mark < 0 || added.IsEmpty || QueryText.Without(Target[(mark + 1)..from], added) is not { } kept)
        {
            return;
        }

        string url = string.Concat(Target[..(mark + 1)], kept, kept.Length == 0 || kept.EndsWith('&') ? "" : "&", added);
        _url.Clear();
        _url.Append(url);
    }

    /// <summary>Puts the headers back to what they were when this was called first: a request that is signed once more has no signature yet.</summary>
    internal void Unsign()
    {
        if (_unsigned is null)
        {
            _unsigned = [.. _headers];
        }
        else
        {
            _headers.Clear();
            _headers.AddRange(_unsigned);
        }
    }

    /// <summary>Takes away the body and what the headers say about it (RFC 9110, section 15.4), for a request that goes on as another one.</summary>
    internal void DropBody()
    {
        if (_unsigned is not null)
        {
            Unsign();
            _unsigned = null;
        }

        _kind = RequestBodyKind.None;
        _headers.RemoveAll(static header => header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Empties the builder for the next attempt.</summary>
    internal void Clear()
    {
        _url.Clear();
        _form.Clear();
        _query.Separator = '?';
        _fields.Separator = null;
        _body.Recycle();
        _json?.Reset();
        _headers.Clear();
        _unsigned = null;
        _inserts.Clear();
        _kind = RequestBodyKind.None;
        _contentType = null;
        _bytes = default;
        _xml = null;
        _document?.Recycle();
        IsAbsolute = false;
        Blame = ErrorCode.InputInvalid;
    }

    private static SearchValues<char> Kept(bool allowReserved) =>
        allowReserved ? PercentEncoding.Reserved : PercentEncoding.Unreserved;

    private int IndexOfHeader(string name)
    {
        for (int i = 0; i < _headers.Count; i++)
        {
            if (string.Equals(_headers[i].Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
