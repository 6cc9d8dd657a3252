using System.Diagnostics.CodeAnalysis;
using Interactor.Runtime.Json.Names;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>The values that an open enum knows: reading one of them decodes and allocates nothing.</summary>
public sealed class JsonKnownTexts
{
    private readonly Utf8Names _names;

    private readonly string[] _texts;

    /// <summary>A set of texts.</summary>
    /// <param name="texts">The texts, at most 65,534 of them.</param>
    public JsonKnownTexts(params string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = texts;
        _names = new(texts);
    }

    /// <summary>Reads a string: the very text of the set where it is one of them.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The text, when the answer is true.</param>
    /// <returns>False for anything but a string.</returns>
    public bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out string value)
    {
        if (!scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped))
        {
            value = null;
            return false;
        }

        int known = isEscaped ? NameText.Find(_names, raw) : _names.Find(raw);
        value = known >= 0 ? _texts[known] : StringToken.ToText(raw, isEscaped);
        return true;
    }
}
