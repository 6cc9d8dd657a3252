using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>A value of the document that is explained, or the name of a member taken as a value.</summary>
internal sealed class Instance
{
    private readonly JsonElement _document;

    private readonly JsonElement _element;

    private readonly Instance? _parent;

    private readonly bool _isName;

    private byte[]? _text;

    private Instance(JsonElement document, JsonElement element, Instance? parent, int index = 0, byte[]? name = null, bool isName = false)
    {
        _document = document;
        _element = element;
        _parent = parent;
        Index = index;
        _isName = isName;
        NameText = name ?? [];
        Name = name is null ? null : Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : LoneSurrogates(name);
        Kind = isName ? JsonKinds.String : KindOf(element.ValueKind);
    }

    public JsonKinds Kind { get; }

    /// <summary>It is the name of a member.</summary>
    public bool IsName => _isName;

    /// <summary>The name of the member that the value is of; null for others. A lone surrogate is a character of it.</summary>
    public string? Name { get; }

    /// <summary>The place of an item in its array.</summary>
    public int Index { get; }

    /// <summary>The name as UTF-8, with lone surrogates in their three-byte form.</summary>
    public byte[] NameText { get; }

    /// <summary>The bytes of the value as they stand in the document; not for names.</summary>
    public ReadOnlySpan<byte> Raw => JsonMarshal.GetRawUtf8Value(_element);

    /// <summary>A string without quotes and escapes, as UTF-8 with lone surrogates in their three-byte form.</summary>
    public ReadOnlySpan<byte> Text => _text ??= _isName ? NameText : Unescape(Raw[1..^1]);

    /// <summary>How many items an array or members an object has.</summary>
    public int Count => Kind == JsonKinds.Array ? _element.GetArrayLength() : _element.GetPropertyCount();

    /// <summary>Different for any two values and names of the document.</summary>
    public int Id
    {
        get
        {
            JsonMarshal.GetRawUtf8Value(_document).Overlaps(Raw, out int offset);
            return _isName ? ~offset : offset;
        }
    }

    /// <summary>The JSON Pointer (RFC 6901) of the value; for a name, of its member.</summary>
    public string Pointer
    {
        get
        {
            List<string> steps = [];
            for (Instance step = this; step._parent is { } parent; step = parent)
            {
                steps.Add(step.Name is { } name ? JsonPointer.Escape(name) : step.Index.ToString(CultureInfo.InvariantCulture));
            }

            StringBuilder pointer = new();
            for (int i = steps.Count - 1; i >= 0; i--)
            {
                pointer.Append('/').Append(steps[i]);
            }

            return pointer.ToString();
        }
    }

    public static Instance Of(JsonElement document) => new(document, document, parent: null);

    /// <summary>The items of an array.</summary>
    public IEnumerable<Instance> Items()
    {
        int index = 0;
        foreach (JsonElement item in _element.EnumerateArray())
        {
            yield return new(_document, item, this, index++);
        }
    }

    /// <summary>The members of an object, every occurrence of a name.</summary>
    public IEnumerable<Instance> Members()
    {
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            yield return new(_document, member.Value, this, name: Unescape(JsonMarshal.GetRawUtf8PropertyName(member)));
        }
    }

    /// <summary>The name of this member as a value.</summary>
    public Instance AsName() => new(_document, _element, _parent, name: NameText, isName: true);

    private static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        byte[] text = new byte[raw.Length];
        return text[..StringToken.Unescape(raw, text)];
    }

    private static string LoneSurrogates(ReadOnlySpan<byte> utf8)
    {
        StringBuilder text = new();
        while (!utf8.IsEmpty)
        {
            int codePoint = Patterns.CodePoint.Decode(utf8, out int used);
            text.Append(codePoint > char.MaxValue ? char.ConvertFromUtf32(codePoint) : $"{(char)codePoint}");
            utf8 = utf8[used..];
        }

        return text.ToString();
    }

    private static JsonKinds KindOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => JsonKinds.Object,
        JsonValueKind.Array => JsonKinds.Array,
        JsonValueKind.String => JsonKinds.String,
        JsonValueKind.Number => JsonKinds.Number,
        JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
        _ => JsonKinds.Null,
    };
}
