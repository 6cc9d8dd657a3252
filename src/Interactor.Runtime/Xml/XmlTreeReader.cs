using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Xml;

/// <summary>
/// Reads a document that nobody vouches for: without a document type and so without entities of its own, and within limits of depth and number. How
/// large it may be is said by the limit of responses.
/// </summary>
internal static class XmlTreeReader
{
    /// <summary>How many elements may lie inside each other, as in JSON.</summary>
    public const int MaxDepth = JsonScanner.DefaultMaxDepth;

    /// <summary>How many elements and attributes there may be: each takes many times the memory of its bytes.</summary>
    public const int MaxNodes = 1_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>The root element.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="encoding">That of the charset of its media type, which goes before what the document itself says (RFC 7303, section 3); null where that names none.</param>
    public static XmlTree Read(ReadOnlyMemory<byte> bytes, Encoding? encoding)
    {
        try
        {
            using XmlReader reader = Open(bytes, encoding);
            return Read(reader);
        }
        catch (XmlException e) when (encoding is null && XmlDeclaration.RefusedEncoding(bytes.Span, e) is { } declared)
        {
            // Some write UTF8, which is no name of it, and mean it.
            return e.InnerException is not null && Charset.Find(declared) is { } meant
                ? Read(bytes, meant)
                : throw new XmlBodyException($"it says that its encoding is '{declared}', which is not read, or is not what it is written in; {Charset.Readable} are read", e);
        }
        catch (XmlException e)
        {
            // The message of the framework repeats parts of the document.
            throw new XmlBodyException($"line {e.LineNumber}, position {e.LinePosition} is not well-formed, or begins a document type (DTD), which is refused", e);
        }
    }

    private static XmlTree Read(XmlReader reader)
    {
        Stack<XmlTree> open = new();
        int nodes = 0;
        XmlTree? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Count(ref nodes, 1 + reader.AttributeCount);
                    XmlTree element = new(reader.LocalName, reader.NamespaceURI);
                    bool isEmpty = reader.IsEmptyElement;
                    ReadAttributes(reader, element);
                    if (open.TryPeek(out XmlTree? parent))
                    {
                        parent.Add(element);
                    }

                    root ??= element;
                    if (!isEmpty)
                    {
                        open.Push(element);
                        if (open.Count > MaxDepth)
                        {
                            throw new XmlBodyException($"its elements lie deeper than {MaxDepth}");
                        }
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.TryPeek(out XmlTree? around):
                    around.AddText(reader.Value);
                    break;
            }
        }

        return root!;
    }

    private static void ReadAttributes(XmlReader reader, XmlTree element)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == XmlNames.SchemaInstance && reader.LocalName == "nil")
            {
                element.IsNil = reader.Value.Trim() is "true" or "1";
            }
            else if (reader.NamespaceURI != XmlNames.Declarations)
            {
                element.Add(new XmlTreeAttribute(reader.LocalName, reader.NamespaceURI, reader.Value));
            }
        }
    }

    private static void Count(ref int nodes, int more)
    {
        nodes += more;
        if (nodes > MaxNodes)
        {
            throw new XmlBodyException($"it has more than {MaxNodes} elements and attributes");
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> bytes, Encoding? encoding)
    {
        MemoryStream stream = MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        return encoding is null
            ? XmlReader.Create(stream, Settings)
            : XmlReader.Create(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true), Settings);
    }
}
