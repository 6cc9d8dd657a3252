using Interactor.Runtime.Json.Names;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>The values that an open enum knows: reading one of them decodes and allocates nothing.</summary>
public sealed class JsonKnownTexts
{
    private readonly Utf8Names _names;

    private readonly string[] _texts;

    private readonly Lazy<HashSet<string>> _all;

    /// <summary>A set of texts.</summary>
    /// <param name="texts">The texts, at most 65,534 of them.</param>
    public JsonKnownTexts(params string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = texts;
        _names = new(texts);
        _all = new(() => new HashSet<string>(texts, StringComparer.Ordinal));
    }

    /// <summary>Whether a text is one of the set.</summary>
    /// <param name="text">The text; null is none.</param>
    public bool Contains(string? text)
    {
        foreach (string known in _texts)
        {
            if (ReferenceEquals(known, text))
            {
                return true;
            }
        }

        return text is not null && _all.Value.Contains(text);
    }

    /// <summary>Reads a string: the very text of the set where it is one of them.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <returns>The text; null for anything but a string.</returns>
    public string? Read(ref JsonScanner scanner)
    {
        if (!scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped))
        {
            return null;
        }

        int known = isEscaped ? NameText.Find(_names, raw) : _names.Find(raw);
        if (known >= 0)
        {
            return _texts[known];
        }

        scanner.Doubt();
        return StringToken.ToText(raw, isEscaped);
    }
}
