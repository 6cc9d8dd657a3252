using System.Buffers;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime.Http;

/// <content>The bodies that a request can have; it has one at most.</content>
public sealed partial class RequestBuilder
{
    private const string XmlType = "application/xml; charset=utf-8";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Begins a JSON body and gives the writer for its one value.</summary>
    /// <param name="contentType">The media type, where it is another one with JSON's syntax, such as <c>application/merge-patch+json</c>.</param>
    public Utf8JsonWriter Json(string contentType = "application/json")
    {
        Begin(RequestBodyKind.Json, contentType, isRepeatable: false);
        return _json ??= new Utf8JsonWriter((IBufferWriter<byte>)_body, PooledJson.Options);
    }

    /// <summary>Adds a field to a form body (<c>application/x-www-form-urlencoded</c>); null adds nothing.</summary>
    public void Form(string name, string? value)
    {
        Begin(RequestBodyKind.Form, FormType, isRepeatable: true);
        if (value is not null)
        {
            _fields.Pair(name, value, PercentEncoding.Form);
        }
    }

    /// <summary>Adds a field to a form body for each item of a list; null and an empty list add nothing.</summary>
    public void Form(string name, IReadOnlyList<string?>? values)
    {
        Begin(RequestBodyKind.Form, FormType, isRepeatable: true);
        if (values is not null)
        {
            _fields.List(name, values, QueryStyle.Form, explode: true, PercentEncoding.Form);
        }
    }

    /// <summary>Adds a list to a form body in a style of its own (OpenAPI 3.1, <c>style</c> and <c>explode</c>); null and an empty list add nothing.</summary>
    public void Form(string name, IReadOnlyList<string?>? values, QueryStyle style, bool explode)
    {
        Begin(RequestBodyKind.Form, FormType, isRepeatable: true);
        _fields.List(name, values ?? [], style, explode, PercentEncoding.Form);
    }

    /// <summary>Sets a JSON body; a value that is null is none.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="contentType">The media type of the body.</param>
    public void Json<T>(T? value, JsonWrite<T> write, string contentType = "application/json")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is not null)
        {
            write(Json(contentType), value);
        }
    }

    /// <summary>Begins an XML body and gives the writer for the JSON value that its root element is made of.</summary>
    /// <param name="shape">Which elements and attributes are made of it.</param>
    /// <param name="contentType">The media type, where it is another one with XML's syntax, such as <c>text/xml</c>.</param>
    public Utf8JsonWriter Xml(XmlShape shape, string contentType = XmlType)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Begin(RequestBodyKind.Xml, contentType, isRepeatable: false);
        _xml = shape;
        return _json ??= new Utf8JsonWriter((IBufferWriter<byte>)_body, PooledJson.Options);
    }

    /// <summary>Sets an XML body; a value that is null is none.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes the value as JSON.</param>
    /// <param name="shape">Which elements and attributes are made of it.</param>
    /// <param name="contentType">The media type of the body.</param>
    public void Xml<T>(T? value, JsonWrite<T> write, XmlShape shape, string contentType = XmlType)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is not null)
        {
            write(Xml(shape, contentType), value);
        }
    }

    /// <summary>Adds a value of any shape to a form body (OpenAPI 3.1, <c>style</c> and <c>explode</c>); null and null members add nothing.</summary>
    /// <remarks>With <see cref="QueryStyle.Form"/> lists give a field for each item; what nests in them is written as <see cref="QueryStyle.DeepObject"/> writes it.</remarks>
    public void Form(string name, JsonValue value, QueryStyle style, bool explode)
    {
        Begin(RequestBodyKind.Form, FormType, isRepeatable: true);
        _fields.Field(name, value.Element, style, explode);
    }

    /// <summary>Adds each member of an object to a form body as a field; null adds nothing.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is neither an object nor null.</exception>
    public void FormMembers(JsonValue value)
    {
        foreach ((string name, JsonElement member) in SimpleStyle.Members(value.Element))
        {
            Form(name, new JsonValue(member), QueryStyle.Form, explode: true);
        }
    }

    /// <summary>Adds a part with text to a <c>multipart/form-data</c> body (RFC 7578); null adds nothing.</summary>
    /// <param name="contentType">The part's media type; null for plain text.</param>
    public void Part(string name, string? text, string? contentType = null)
    {
        BeginParts();
        if (text is not null)
        {
            _parts.Text(name, text, contentType);
        }
    }

    /// <summary>Adds a part with text for each item of a list; null and an empty list add nothing.</summary>
    /// <param name="contentType">The parts' media type; null for plain text.</param>
    public void Part(string name, IReadOnlyList<string?>? texts, string? contentType = null)
    {
        BeginParts();
        foreach (string? text in texts ?? [])
        {
            Part(name, text, contentType);
        }
    }

    /// <summary>Adds a value of any shape to a <c>multipart/form-data</c> body: texts and numbers as text, a list as a part for each item, an object as JSON; null adds nothing.</summary>
    /// <param name="contentType">The part's media type; null for the usual one of its shape.</param>
    public void Part(string name, JsonValue value, string? contentType = null)
    {
        BeginParts();
        _parts.Any(name, value.Element, contentType);
    }

    /// <summary>Adds a list to a <c>multipart/form-data</c> body in a style of its own (OpenAPI 3.1, <c>style</c> and <c>explode</c>); null and an empty list add nothing.</summary>
    public void Part(string name, IReadOnlyList<string?>? texts, QueryStyle style, bool explode)
    {
        BeginParts();
        new StyledParts(_parts, style, explode).Add(name, texts ?? []);
    }

    /// <summary>Adds a value of any shape to a <c>multipart/form-data</c> body in a style of its own (OpenAPI 3.1, <c>style</c> and <c>explode</c>); null and null members add nothing.</summary>
    public void Part(string name, JsonValue value, QueryStyle style, bool explode)
    {
        BeginParts();
        new StyledParts(_parts, style, explode).Add(name, value.Element);
    }

    /// <summary>Adds a file to a <c>multipart/form-data</c> body (RFC 7578, section 4.2); null adds nothing.</summary>
    /// <param name="contentType">The file's media type; null for <c>application/octet-stream</c>.</param>
    public void Part(string name, ReadOnlyMemory<byte>? bytes, string? contentType = null)
    {
        BeginParts();
        if (bytes is { } content)
        {
            _parts.File(name, content.Span, contentType);
        }
    }

    /// <summary>Adds a file for each item of a list; null and an empty list add nothing.</summary>
    /// <param name="contentType">The files' media type; null for <c>application/octet-stream</c>.</param>
    public void Part(string name, IReadOnlyList<ReadOnlyMemory<byte>>? files, string? contentType = null)
    {
        BeginParts();
        foreach (ReadOnlyMemory<byte> file in files ?? [])
        {
            _parts.File(name, file.Span, contentType);
        }
    }

    /// <summary>Adds each member of an object to a <c>multipart/form-data</c> body; null adds nothing.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is neither an object nor null.</exception>
    public void PartMembers(JsonValue value)
    {
        BeginParts();
        foreach ((string name, JsonElement member) in SimpleStyle.Members(value.Element))
        {
            _parts.Any(name, member, contentType: null);
        }
    }

    /// <summary>Sets a text body, in UTF-8; null sets none.</summary>
    public void Text(string? text, string contentType)
    {
        if (text is not null)
        {
            Begin(RequestBodyKind.Text, contentType, isRepeatable: false);
            _body.Advance(Encoding.UTF8.GetBytes(text, _body.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        }
    }

    /// <summary>Sets a body of bytes; null sets none. They are not copied and must stay as they are until the call is over.</summary>
    public void Bytes(ReadOnlyMemory<byte>? bytes, string contentType)
    {
        if (bytes is { } content)
        {
            Begin(RequestBodyKind.Bytes, contentType, isRepeatable: false);
            _bytes = content;
        }
    }

    /// <summary>Sets a body of content, which is read while it is sent; null sets none.</summary>
    /// <param name="content">The content.</param>
    /// <param name="contentType">The media type; null for that of the content.</param>
    public void Content(BinaryContent? content, string? contentType = null)
    {
        if (content is null)
        {
            return;
        }

        Bytes(content.IsInMemory ? content.Bytes : ReadOnlyMemory<byte>.Empty, contentType ?? content.MediaType ?? "application/octet-stream");
        if (!content.IsInMemory)
        {
            _inserts.Add(new ContentInsert(0, content));
        }
    }

    /// <summary>Adds a file to a <c>multipart/form-data</c> body (RFC 7578, section 4.2), which is read while it is sent; null adds nothing.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="content">The content.</param>
    /// <param name="contentType">The media type; null for that of the content.</param>
    public void File(string name, BinaryContent? content, string? contentType = null)
    {
        BeginParts();
        if (content is null)
        {
            return;
        }

        _parts.BeginFile(name, contentType ?? content.MediaType, content.FileName);
        if (content.IsInMemory)
        {
            _body.Write(content.Bytes.Span);
        }
        else
        {
            _inserts.Add(new ContentInsert(_body.WrittenCount, content));
        }

        _parts.EndFile();
    }

    /// <summary>Adds a file for each item of a list; null and an empty list add nothing.</summary>
    /// <param name="name">The name of the parts.</param>
    /// <param name="contents">The contents.</param>
    /// <param name="contentType">The media type; null for that of each.</param>
    public void File(string name, IReadOnlyList<BinaryContent>? contents, string? contentType = null)
    {
        BeginParts();
        foreach (BinaryContent content in contents ?? [])
        {
            File(name, content, contentType);
        }
    }

    /// <summary>
    /// Adds a text to the body that the request has: a field of a form, a part of a multipart body, a member of a JSON object. Without a body it begins
    /// a form. Null adds nothing.
    /// </summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the body is of another kind, or is a JSON object that has the member already.</exception>
    public void AddToBody(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is null)
        {
            return;
        }

        switch (_kind)
        {
            case RequestBodyKind.None or RequestBodyKind.Form:
                Form(name, value);
                break;
            case RequestBodyKind.Multipart:
                Part(name, value);
                break;
            case RequestBodyKind.Json:
                _json!.Flush();
                JsonBodyMember.Add(_body, name, value);
                break;
            default:
                throw new InteractorException(ErrorCode.InputInvalid, $"The body of the request is neither a form nor JSON, so that '{name}' cannot be added to it.");
        }
    }

    private ReadOnlyMemory<byte> ToXml()
    {
        _json!.Flush();
        _document ??= new PooledBuffer();
        using JsonDocument value = JsonDocument.Parse(_body.WrittenMemory, new JsonDocumentOptions { MaxDepth = JsonScanner.DefaultMaxDepth });
        XmlBodyWriter.Write(value.RootElement, _xml!, "root", _document);
        return _document.WrittenMemory;
    }

    private void BeginParts()
    {
        if (_kind != RequestBodyKind.Multipart)
        {
            Begin(RequestBodyKind.Multipart, _parts.Begin(), isRepeatable: false);
        }
    }

    private void Begin(RequestBodyKind kind, string contentType, bool isRepeatable)
    {
        if (_kind != RequestBodyKind.None && !(isRepeatable && _kind == kind))
        {
            throw new InvalidOperationException("The request has a body already.");
        }

        if (!ReferenceEquals(_contentType, contentType))
        {
            HeaderRules.CheckValue("Content-Type", contentType);
            _contentType = contentType;
        }

        _kind = kind;
    }
}
