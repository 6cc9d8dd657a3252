using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Interactor.Runtime.Xml;

/// <summary>Writes a JSON value as the XML document that a shape makes of it.</summary>
internal sealed class XmlBodyWriter
{
    // Entities keep the ends of lines in texts, which a reader would otherwise take for one character.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly XmlWriter _xml;
    private readonly Stack<string> _place = new();

    private XmlBodyWriter(XmlWriter xml) => _xml = xml;

    /// <summary>Writes a document in UTF-8.</summary>
    /// <param name="value">The content of the root element.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="root">The name of the root element where the shape has none.</param>
    /// <param name="to">Takes the document and stays open.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value holds what XML 1.0 does not have.</exception>
    public static void Write(JsonElement value, XmlShape shape, string root, Stream to)
    {
        using XmlWriter xml = XmlWriter.Create(to, Settings);
        XmlBodyWriter writer = new(xml);
        try
        {
            writer.WriteElement(shape.Root?.Name ?? root, shape.Root, value, defaultNamespace: "");
            xml.Flush();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or XmlException)
        {
            throw writer.Refuse("cannot be written", e);
        }
    }

    private void WriteElement(string name, XmlPart? part, JsonElement value, string defaultNamespace)
    {
        string uri = part?.Namespace ?? defaultNamespace;
        bool isPrefixed = part is { Namespace: not null, Prefix: not null };
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Refuse("lies deeper than the stack of the thread has room for", null);
        }

        CheckName(name);
        _xml.WriteStartElement(isPrefixed ? part!.Prefix : "", name, uri);
        WriteContent(name, part?.Content, value, isPrefixed ? defaultNamespace : uri);
        _xml.WriteEndElement();
    }

    private void WriteContent(string name, XmlPart? part, JsonElement value, string defaultNamespace)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                _xml.WriteAttributeString("xsi", "nil", XmlNames.SchemaInstance, "true");
                break;
            case JsonValueKind.Object:
                WriteObject(part, value, defaultNamespace);
                break;
            case JsonValueKind.Array:
                WriteItems(part?.Items?.Name ?? name, part?.Items, value, defaultNamespace);
                break;
            default:
                _xml.WriteString(Text(value));
                break;
        }
    }

    private void WriteItems(string name, XmlPart? item, JsonElement values, string defaultNamespace)
    {
        int index = 0;
        foreach (JsonElement value in values.EnumerateArray())
        {
            _place.Push(index++.ToString(System.Globalization.CultureInfo.InvariantCulture));
            WriteElement(name, item, value, defaultNamespace);
            _place.Pop();
        }
    }

    // Attributes come first, because none can be written once there is content; elements have the order of the schema, which XML Schema asks for.
    private void WriteObject(XmlPart? part, JsonElement value, string defaultNamespace)
    {
        List<XmlMember> members = part?.Members.All ?? [];
        JsonElement?[] values = new JsonElement?[members.Count];
        List<JsonProperty> others = [];
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (part?.Members.ByJsonName(property.Name) is { } member)
            {
                values[member.Index] = property.Value;
            }
            else
            {
                others.Add(property);
            }
        }

        foreach (XmlMember member in members.Where(m => m.Part.NodeType == XmlNodeKind.Attribute))
        {
            WriteAttribute(member.JsonName, member.Name, member.Part, values[member.Index]);
        }

        foreach (JsonProperty other in others.Where(static o => o.Name.StartsWith(XmlNames.AttributeMark, StringComparison.Ordinal)))
        {
            WriteAttribute(other.Name, other.Name[XmlNames.AttributeMark.Length..], null, other.Value);
        }

        foreach (XmlMember member in members)
        {
            if (values[member.Index] is { } own)
            {
                WriteMember(member, own, defaultNamespace);
            }
        }

        foreach (JsonProperty other in others.Where(static o => !o.Name.StartsWith(XmlNames.AttributeMark, StringComparison.Ordinal)))
        {
            WriteOther(other, part?.Values, defaultNamespace);
        }
    }

    private void WriteMember(XmlMember member, JsonElement value, string defaultNamespace)
    {
        _place.Push(member.JsonName);
        switch (member.Part.NodeType)
        {
            case XmlNodeKind.Attribute:
                break;
            case XmlNodeKind.Text when value.ValueKind != JsonValueKind.Null:
                _xml.WriteString(Text(value));
                break;
            case XmlNodeKind.CData when value.ValueKind != JsonValueKind.Null:
                _xml.WriteCData(Text(value));
                break;
            case XmlNodeKind.Element when !member.IsList:
                WriteElement(member.Name, member.Part, value, defaultNamespace);
                break;
            case XmlNodeKind.Element when value.ValueKind == JsonValueKind.Array:
                WriteItems(member.Name, member.Site, value, defaultNamespace);
                break;
        }

        _place.Pop();
    }

    private void WriteOther(JsonProperty other, XmlPart? part, string defaultNamespace)
    {
        _place.Push(other.Name);
        if (other.Name == XmlNames.Text)
        {
            if (other.Value.ValueKind != JsonValueKind.Null)
            {
                _xml.WriteString(Text(other.Value));
            }
        }
        else if (other.Value.ValueKind == JsonValueKind.Array && part is not { IsWrapped: true })
        {
            WriteItems(other.Name, part?.Content.Items, other.Value, defaultNamespace);
        }
        else
        {
            WriteElement(part?.Name ?? other.Name, part, other.Value, defaultNamespace);
        }

        _place.Pop();
    }

    private void WriteAttribute(string jsonName, string name, XmlPart? part, JsonElement? value)
    {
        if (value is null or { ValueKind: JsonValueKind.Null })
        {
            return;
        }

        _place.Push(jsonName);
        CheckName(name);
        string text = value.Value.ValueKind == JsonValueKind.Array ? string.Join(' ', value.Value.EnumerateArray().Select(Text)) : Text(value.Value);
        _xml.WriteAttributeString(part?.Namespace is null ? null : part.Prefix, name, part?.Namespace, text);
        _place.Pop();
    }

    private string Text(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            throw Refuse("is a list or an object where XML has text", null);
        }

        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        for (int i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }

            throw Refuse($"holds the character U+{(int)text[i]:X4}, which XML 1.0 does not have", null);
        }

        return text;
    }

    private void CheckName(string name)
    {
        try
        {
            XmlConvert.VerifyNCName(name);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            throw Refuse("has a name that is none in XML", e);
        }

        if (name.StartsWith("xmlns", StringComparison.Ordinal))
        {
            throw Refuse("has a name that declares a namespace; 'namespace' of a schema's 'xml' does that", null);
        }
    }

    private InteractorException Refuse(string problem, Exception? inner)
    {
        string pointer = string.Concat(_place.Reverse().Select(p => "/" + p.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
        return new InteractorException(ErrorCode.InputInvalid, $"The body cannot be written as XML: {(pointer.Length == 0 ? "the document" : pointer)} {problem}.", inner)
        {
            Details = [new ErrorDetail(pointer, problem)],
        };
    }
}
