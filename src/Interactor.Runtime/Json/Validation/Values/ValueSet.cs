using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json.Names;
using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>Values that a schema lists: strings by one look-up, the others by comparing.</summary>
internal sealed class ValueSet
{
    private readonly Utf8Names _texts;
    private readonly NumberConstant[] _numbers;
    private readonly byte[][] _others;

    public ValueSet(JsonElement[] values)
    {
        List<byte[]> texts = [];
        List<NumberConstant> numbers = [];
        List<byte[]> others = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (JsonElement value in values)
        {
            Kinds |= KindOf(value.ValueKind);
            switch (value.ValueKind)
            {
                case JsonValueKind.String:
                    byte[] text = Unescaped(value);
                    if (known.Add(Convert.ToHexString(text)))
                    {
                        texts.Add(text);
                    }

                    break;
                case JsonValueKind.Number:
                    numbers.Add(new(value.GetRawText()));
                    break;
                default:
                    others.Add(Encoding.UTF8.GetBytes(value.GetRawText()));
                    break;
            }
        }

        _texts = new([.. texts]);
        _numbers = [.. numbers];
        _others = [.. others];
    }

    /// <summary>The kinds of the values.</summary>
    public JsonKinds Kinds { get; }

    /// <param name="utf8">A string without quotes and escapes.</param>
    public bool ContainsText(ReadOnlySpan<byte> utf8) => _texts.Find(utf8) >= 0;

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
