using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>
/// Readers of single JSON values, for generated code. Each starts with the reader on the first token of the value and leaves it on
/// the last; each answers false for JSON of another shape, and none throws, whatever the bytes are.
/// </summary>
public static class JsonRead
{
    /// <summary>Reads a string. An escaped lone surrogate (RFC 8259, section 8.2) is kept as it is.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The text, when the answer is true.</param>
    /// <returns>False for anything but a string of valid UTF-8.</returns>
    public static bool TryString(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = reader.TokenType == JsonTokenType.String ? StringToken.ToText(RawToken.Of(ref reader), reader.ValueIsEscaped) : null;
        return value is not null;
    }

    /// <summary>Reads the name of a member.</summary>
    /// <param name="reader">A reader on the name.</param>
    /// <param name="value">The name, when the answer is true.</param>
    /// <returns>False for anything but a name of valid UTF-8.</returns>
    public static bool TryName(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = reader.TokenType == JsonTokenType.PropertyName ? StringToken.ToText(RawToken.Of(ref reader), reader.ValueIsEscaped) : null;
        return value is not null;
    }

    /// <summary>Reads an integer of 32 bits; 1.0 and 1e2 are integers (JSON Schema 2020-12 validation, section 6.1.1).</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryInt32(ref Utf8JsonReader reader, out int value)
    {
        bool isRead = TryInt64(ref reader, out long number) && number == (int)number;
        value = isRead ? (int)number : 0;
        return isRead;
    }

    /// <summary>Reads an integer of 64 bits; 1.0 and 1e2 are integers (JSON Schema 2020-12 validation, section 6.1.1).</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryInt64(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && NumberToken.TryInt64(RawToken.Of(ref reader), out value);
    }

    /// <summary>Reads a number as the nearest double.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number, and for one too large for a finite double, such as 1e400.</returns>
    public static bool TryDouble(ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out value) && double.IsFinite(value);
    }

    /// <summary>Reads a number as the nearest single.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number, and for one too large for a finite single.</returns>
    public static bool TrySingle(ref Utf8JsonReader reader, out float value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out value) && float.IsFinite(value);
    }

    /// <summary>Reads a number exactly.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number, and for one that a decimal would have to round.</returns>
    public static bool TryDecimal(ref Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && NumberToken.TryDecimal(RawToken.Of(ref reader), out value);
    }

    /// <summary>Reads true or false.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The value, when the answer is true.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryBoolean(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }

    /// <summary>
    /// Reads a date-time of RFC 3339, section 5.6, with its offset. Digits below 100 ns are dropped, a leap second becomes the last
    /// instant of its minute, and an offset beyond ±14 hours becomes UTC.
    /// </summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The time, when the answer is true.</param>
    /// <returns>False for anything but a string with a date-time in the years 1 to 9999.</returns>
    public static bool TryTimestamp(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        return TryUnescaped(ref reader, out ReadOnlySpan<byte> text) && Rfc3339.TryTimestamp(text, out value);
    }

    /// <summary>Reads a full-date of RFC 3339, section 5.6.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The date, when the answer is true.</param>
    /// <returns>False for anything but a string with a date in the years 1 to 9999.</returns>
    public static bool TryDate(ref Utf8JsonReader reader, out DateOnly value)
    {
        value = default;
        return TryUnescaped(ref reader, out ReadOnlySpan<byte> text) && Rfc3339.TryDate(text, out value);
    }

    /// <summary>Reads a UUID in its 8-4-4-4-12 form (RFC 9562, section 4), in either case.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The UUID, when the answer is true.</param>
    /// <returns>False for anything but a string of that form.</returns>
    public static bool TryUuid(ref Utf8JsonReader reader, out Guid value)
    {
        value = default;
        return TryUnescaped(ref reader, out ReadOnlySpan<byte> text) && UuidText.TryParse(text, out value);
    }

    /// <summary>Reads base64 with the standard alphabet (RFC 4648, section 4); padding may be missing, white space may break lines.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The bytes, when the answer is true.</param>
    /// <returns>False for anything but a string of base64.</returns>
    public static bool TryBytes(ref Utf8JsonReader reader, out ReadOnlyMemory<byte> value)
    {
        value = default;
        if (!TryUnescaped(ref reader, out ReadOnlySpan<byte> text) || !Base64Text.TryDecode(text, out byte[] bytes))
        {
            return false;
        }

        value = bytes;
        return true;
    }

    /// <summary>Reads any value.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">The value, when the answer is true.</param>
    /// <returns>False when the bytes are not JSON.</returns>
    public static bool TryAny(ref Utf8JsonReader reader, out JsonValue value)
    {
        value = default;
        try
        {
            value = new(JsonElement.ParseValue(ref reader));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="item">Reads one item.</param>
    /// <param name="value">The items in order, when the answer is true.</param>
    /// <returns>False for anything but an array whose every item can be read.</returns>
    public static bool TryList<T>(ref Utf8JsonReader reader, JsonTryRead<T> item, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        try
        {
            List<T> items = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (!item(ref reader, out T? one))
                {
                    return false;
                }

                items.Add(one);
            }

            value = items.ToArray();
            return reader.TokenType == JsonTokenType.EndArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads an object as a map, in the order of its members; of two members with one name the later one counts.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">Reads one value.</param>
    /// <param name="map">Names (ordinal) and values, when the answer is true.</param>
    /// <returns>False for anything but an object whose every value can be read.</returns>
    public static bool TryMap<T>(
        ref Utf8JsonReader reader, JsonTryRead<T> value, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> map)
    {
        map = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        try
        {
            OrderedDictionary<string, T> members = new(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string? name = StringToken.ToText(RawToken.Of(ref reader), reader.ValueIsEscaped);
                if (name is null || !reader.Read() || !value(ref reader, out T? one))
                {
                    return false;
                }

                members[name] = one;
            }

            map = members;
            return reader.TokenType == JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads null or a value of a reference type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="value">The value or null.</param>
    /// <returns>False for anything but null and what <paramref name="read"/> accepts.</returns>
    public static bool TryNullableClass<T>(ref Utf8JsonReader reader, JsonTryRead<T> read, out T? value)
        where T : class
    {
        value = null;
        return reader.TokenType == JsonTokenType.Null || read(ref reader, out value);
    }

    /// <summary>Reads null or a value of a value type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="value">The value or null.</param>
    /// <returns>False for anything but null and what <paramref name="read"/> accepts.</returns>
    public static bool TryNullableStruct<T>(ref Utf8JsonReader reader, JsonTryRead<T> read, out T? value)
        where T : struct
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        bool isRead = read(ref reader, out T one);
        value = isRead ? one : null;
        return isRead;
    }

    // The unescaped bytes of a string; escapes are rare in what is read through this, and then a copy is right.
    private static bool TryUnescaped(ref Utf8JsonReader reader, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        text = RawToken.Of(ref reader);
        if (reader.ValueIsEscaped)
        {
            byte[] unescaped = new byte[text.Length];
            text = unescaped.AsSpan(0, StringToken.Unescape(text, unescaped));
        }

        return true;
    }
}
