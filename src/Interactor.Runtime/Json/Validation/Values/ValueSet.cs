using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Plans;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>Values that a schema lists: strings by one look-up, the others by comparing.</summary>
internal sealed class ValueSet
{
    private readonly NameIndex<byte[]> _texts;
    private readonly NumberConstant[] _numbers;
    private readonly byte[][] _others;

    public ValueSet(IReadOnlyList<JsonElement> values)
    {
        Dictionary<string, byte[]> texts = new(StringComparer.Ordinal);
        foreach (JsonElement value in values.Where(static v => v.ValueKind == JsonValueKind.String))
        {
            byte[] text = Unescaped(value);
            texts[Convert.ToHexString(text)] = text;
        }

        _texts = new([.. texts.Values.Select(static t => KeyValuePair.Create(t, t))]);
        _numbers = [.. values.Where(static v => v.ValueKind == JsonValueKind.Number).Select(static v => new NumberConstant(v.GetRawText()))];
        _others = [.. values.Where(static v => v.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)).Select(static v => Encoding.UTF8.GetBytes(v.GetRawText()))];
        Kinds = values.Aggregate(JsonKinds.None, static (kinds, v) => kinds | KindOf(v.ValueKind));
    }

    /// <summary>The kinds of the values.</summary>
    public JsonKinds Kinds { get; }

    /// <param name="utf8">A string without quotes and escapes.</param>
    public bool ContainsText(ReadOnlySpan<byte> utf8) => _texts.Find(utf8) is not null;

    /// <param name="raw">An array, an object or a word, as it stands.</param>
    public bool Contains(ReadOnlySpan<byte> raw)
    {
        foreach (byte[] other in _others)
        {
            if (ValueEquality.AreEqual(raw, other))
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(in DocumentNumber number)
    {
        foreach (NumberConstant constant in _numbers)
        {
            if (constant.CompareFrom(number) == 0)
            {
                return true;
            }
        }

        return false;
    }

    // Lone surrogates have no .NET string that would do.
    private static byte[] Unescaped(JsonElement value)
    {
        byte[] raw = Encoding.UTF8.GetBytes(value.GetRawText())[1..^1];
        byte[] text = new byte[raw.Length];
        return text[..StringToken.Unescape(raw, text)];
    }

    private static JsonKinds KindOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Null => JsonKinds.Null,
        JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
        JsonValueKind.Number => JsonKinds.Number,
        JsonValueKind.String => JsonKinds.String,
        JsonValueKind.Array => JsonKinds.Array,
        _ => JsonKinds.Object,
    };
}
