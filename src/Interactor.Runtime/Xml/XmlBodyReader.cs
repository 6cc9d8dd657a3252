using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Xml;

/// <summary>Writes the JSON value that an XML document is by a shape.</summary>
internal sealed class XmlBodyReader
{
    private readonly Utf8JsonWriter _json;

    private XmlBodyReader(Utf8JsonWriter json) => _json = json;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="encoding">That of the charset of its media type; null where that names none.</param>
    /// <param name="shape">The shape of its root element.</param>
    /// <param name="json">Takes the one value.</param>
    /// <exception cref="XmlBodyException">It is not well-formed, has a document type, or is beyond a limit.</exception>
    public static void Read(ReadOnlyMemory<byte> bytes, Encoding? encoding, XmlShape shape, Utf8JsonWriter json) =>
        new XmlBodyReader(json).WriteValue(XmlTreeReader.Read(bytes, encoding), shape.Root?.Content);

    private void WriteValue(XmlTree element, XmlPart? part)
    {
        XmlValueType type = part?.Type ?? XmlValueType.Any;
        if (element.IsNil)
        {
            _json.WriteNullValue();
        }
        else if (type == XmlValueType.Object)
        {
            WriteObject(element, part);
        }
        else if (type == XmlValueType.Array)
        {
            WriteItems(element, part!);
        }
        else if (element.Elements.Length > 0 || (type == XmlValueType.Any && element.Attributes.Length > 0))
        {
            // Where a single value was expected, its contract says so at its place.
            WriteObject(element, null);
        }
        else
        {
            WriteText(element.Text, type);
        }
    }

    private void WriteItems(XmlTree list, XmlPart part)
    {
        StartArray();
        foreach (XmlTree item in list.Elements)
        {
            WriteValue(item, part.Items?.Content);
        }

        _json.WriteEndArray();
    }

    private void WriteObject(XmlTree element, XmlPart? part)
    {
        Descend();
        _json.WriteStartObject();
        OrderedDictionary<string, List<XmlTree>>? others = null;
        XmlMembers? members = part?.Members;
        if (members is not null)
        {
            WriteMembers(element, members, ref others);
        }
        else
        {
            foreach (XmlTree child in element.Elements)
            {
                AddTo(ref others, child);
            }
        }

        WriteAttributes(element, members);
        if (members?.Text is { } text)
        {
            if (text.IsRequired || element.HasText)
            {
                _json.WritePropertyName(text.JsonName);
                WriteText(element.Elements.IsEmpty ? element.Text : element.Text.Trim(), text.Part.Content.Type);
            }
        }
        else if (element.HasText)
        {
            _json.WriteString(XmlNames.Text, element.Elements.IsEmpty ? element.Text : element.Text.Trim());
        }

        if (others is not null)
        {
            WriteOthers(others, part?.Values);
        }

        _json.WriteEndObject();
    }

    private void WriteOthers(OrderedDictionary<string, List<XmlTree>> others, XmlPart? part)
    {
        foreach ((string name, List<XmlTree> elements) in others)
        {
            _json.WritePropertyName(name);
            if (part is { IsWrapped: false, Content: { Type: XmlValueType.Array } list })
            {
                WriteList(elements, list.Items?.Content);
            }
            else
            {
                WriteOneOrMany(elements, part?.Content);
            }
        }
    }

    private void WriteMembers(XmlTree element, XmlMembers members, ref OrderedDictionary<string, List<XmlTree>>? others)
    {
        List<XmlTree>?[] found = new List<XmlTree>?[members.All.Count];
        foreach (XmlTree child in element.Elements)
        {
            if (members.Element(child.Name, child.Namespace) is { } member)
            {
                (found[member.Index] ??= []).Add(child);
            }
            else if (members.ByJsonName(child.Name) is null)
            {
                AddTo(ref others, child);
            }
        }

        foreach (XmlMember member in members.All)
        {
            List<XmlTree>? elements = found[member.Index];
            if (elements is null && !(member is { IsList: true, IsRequired: true }))
            {
                continue;
            }

            // A list without items has no element that would say that it is there.
            _json.WritePropertyName(member.JsonName);
            if (member.IsList)
            {
                WriteList(elements ?? [], member.Site?.Content);
            }
            else
            {
                WriteOneOrMany(elements!, member.Part.Content);
            }
        }
    }

    private void WriteAttributes(XmlTree element, XmlMembers? members)
    {
        HashSet<string>? written = null;
        foreach (XmlTreeAttribute attribute in element.Attributes)
        {
            XmlMember? member = members?.Attribute(attribute.Name, attribute.Namespace);
            if (member is null && attribute.Namespace == XmlNames.SchemaInstance)
            {
                continue;
            }

            // Attributes of one name in several namespaces would be one member twice.
            string name = member?.JsonName ?? XmlNames.AttributeMark + attribute.Name;
            if ((written ??= new HashSet<string>(StringComparer.Ordinal)).Add(name) && (member is not null || members?.ByJsonName(name) is null))
            {
                _json.WritePropertyName(name);
                WriteAttribute(attribute.Value, member?.Part.Content);
            }
        }
    }

    // A list in an attribute stands between spaces (XML Schema 1.1, part 2, section 4.1.2).
    private void WriteAttribute(string value, XmlPart? part)
    {
        if (part?.Type != XmlValueType.Array)
        {
            WriteText(value, part?.Type ?? XmlValueType.Text);
            return;
        }

        StartArray();
        foreach (string item in value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            WriteText(item, part.Items?.Content.Type ?? XmlValueType.Text);
        }

        _json.WriteEndArray();
    }

    private void WriteOneOrMany(List<XmlTree> elements, XmlPart? part)
    {
        if (elements.Count == 1)
        {
            WriteValue(elements[0], part);
        }
        else
        {
            WriteList(elements, part);
        }
    }

    private void WriteList(List<XmlTree> elements, XmlPart? part)
    {
        StartArray();
        foreach (XmlTree item in elements)
        {
            WriteValue(item, part);
        }

        _json.WriteEndArray();
    }

    private void WriteText(string text, XmlValueType type)
    {
        string trimmed = type is XmlValueType.Any or XmlValueType.Text ? text : text.Trim();
        switch (type)
        {
            case XmlValueType.Number or XmlValueType.Boolean or XmlValueType.FormattedText when trimmed.Length == 0:
                _json.WriteNullValue();
                break;
            case XmlValueType.Number when XmlNumber.ToJson(trimmed) is { } number:
                _json.WriteRawValue(number, skipInputValidation: true);
                break;
            case XmlValueType.Boolean when trimmed is "true" or "1":
                _json.WriteBooleanValue(true);
                break;
            case XmlValueType.Boolean when trimmed is "false" or "0":
                _json.WriteBooleanValue(false);
                break;
            default:
                _json.WriteStringValue(trimmed);
                break;
        }
    }

    private void StartArray()
    {
        Descend();
        _json.WriteStartArray();
    }

    // Each element can be two levels of JSON: a list and what lies in it. A thread may have room for fewer.
    private void Descend()
    {
        if (_json.CurrentDepth >= XmlTreeReader.MaxDepth)
        {
            throw new XmlBodyException($"its elements and lists lie deeper than {XmlTreeReader.MaxDepth}");
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new XmlBodyException($"its elements and lists lie deeper than {_json.CurrentDepth}, for which the stack of the thread has no room");
        }
    }

    private static void AddTo(ref OrderedDictionary<string, List<XmlTree>>? others, XmlTree child)
    {
        others ??= new OrderedDictionary<string, List<XmlTree>>(StringComparer.Ordinal);
        if (!others.TryGetValue(child.Name, out List<XmlTree>? all))
        {
            others.Add(child.Name, all = []);
        }

        all.Add(child);
    }
}
