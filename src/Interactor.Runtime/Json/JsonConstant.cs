using System.Globalization;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>The one value that a member can have (<c>const</c>): a text, an integer, true or false.</summary>
internal sealed class JsonConstant
{
    private readonly string _json;

    // The text without quotes and escapes; null for what is none.
    private readonly byte[]? _text;

    private readonly long _number;

    /// <param name="json">The value as JSON.</param>
    public JsonConstant(string json)
    {
        _json = json;
        if (json[0] == '"')
        {
            _text = Encoding.UTF8.GetBytes(StringToken.ToText(Encoding.UTF8.GetBytes(json)[1..^1], isEscaped: true));
        }
        else if (!IsBoolean)
        {
            _number = long.Parse(json, CultureInfo.InvariantCulture);
        }
    }

    private bool IsBoolean => _json is "true" or "false";

    /// <summary>Reads the value; an integer however it is written: 1.0 and 10e-1 are 1.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <returns>False, standing where it stood, for anything else.</returns>
    public bool TryRead(ref JsonScanner scanner)
    {
        int start = scanner.Position;
        return Is(ref scanner) || scanner.BackTo(start);
    }

    public void Write(Utf8JsonWriter writer)
    {
        if (_text is not null)
        {
            writer.WriteStringValue(_text);
        }
        else
        {
            writer.WriteRawValue(_json);
        }
    }

    /// <summary>The text as it reads for people.</summary>
    public override string ToString() => _text is null ? _json : Encoding.UTF8.GetString(_text);

    private bool Is(ref JsonScanner scanner)
    {
        if (_text is not null)
        {
            return scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped) && (isEscaped ? StringToken.AreEqual(raw, _text) : raw.SequenceEqual(_text));
        }

        return IsBoolean
            ? JsonRead.TryBoolean(ref scanner, out bool boolean) && boolean == (_json == "true")
            : JsonRead.TryInt64(ref scanner, out long number) && number == _number;
    }
}
