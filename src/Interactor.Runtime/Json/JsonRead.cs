using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>
/// Readers of single JSON values, for generated code. Each starts with the scanner at the first byte of the value and leaves it right
/// behind the value; each answers false for JSON of another shape, and none throws, whatever the bytes are.
/// </summary>
public static partial class JsonRead
{
    /// <summary>Reads a string. An escaped lone surrogate (RFC 8259, section 8.2) is kept as it is.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The text, when the answer is true.</param>
    /// <returns>False for anything but a string.</returns>
    public static bool TryString(ref JsonScanner scanner, [MaybeNullWhen(false)] out string value)
    {
        value = scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped) ? StringToken.ToText(raw, isEscaped) : null;
        return value is not null;
    }

    /// <summary>Reads an integer of 32 bits; 1.0 and 1e2 are integers (JSON Schema 2020-12 validation, section 6.1.1).</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryInt32(ref JsonScanner scanner, out int value)
    {
        int start = scanner.Position;
        bool isRead = TryInt64(ref scanner, out long number) && number == (int)number;
        value = isRead ? (int)number : 0;
        return isRead || scanner.BackTo(start);
    }

    /// <summary>Reads an integer of 64 bits; 1.0 and 1e2 are integers (JSON Schema 2020-12 validation, section 6.1.1).</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryInt64(ref JsonScanner scanner, out long value)
    {
        int start = scanner.Position;
        value = 0;
        if (!scanner.TryScaledNumber(out ScaledNumber scaled, out bool isScaled))
        {
            return scanner.BackTo(start);
        }

        value = scaled.Digits;
        return (isScaled && scaled.IsWhole) || NumberToken.TryInt64(scanner.Since(start), out value) || scanner.BackTo(start);
    }

    /// <summary>Reads a number as the nearest double.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number, and for one too large for a finite double, such as 1e400.</returns>
    public static bool TryDouble(ref JsonScanner scanner, out double value)
    {
        int start = scanner.Position;
        value = 0;
        if (!scanner.TryScaledNumber(out ScaledNumber scaled, out bool isScaled))
        {
            return scanner.BackTo(start);
        }

        if (isScaled && scaled.TryDouble(out value))
        {
            return true;
        }

        DocumentNumber number = new(scanner.Since(start), scaled, isScaled);
        if (!number.TryDouble(out value))
        {
            return scanner.BackTo(start);
        }

        // A whole bound cannot tell on which side of it the number was that became it.
        scanner.IsLossy |= number.IsRoundedToWhole(value);
        return true;
    }

    /// <summary>Reads a number as the nearest single.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number, and for one too large for a finite single.</returns>
    public static bool TrySingle(ref JsonScanner scanner, out float value)
    {
        int start = scanner.Position;
        value = 0;
        return (scanner.TryNumber(out ReadOnlySpan<byte> text) && Utf8Parser.TryParse(text, out value, out _) && float.IsFinite(value))
            || scanner.BackTo(start);
    }

    /// <summary>Reads a number exactly.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number, and for one that a decimal would have to round.</returns>
    public static bool TryDecimal(ref JsonScanner scanner, out decimal value)
    {
        int start = scanner.Position;
        value = 0;
        return (scanner.TryScaledNumber(out DocumentNumber number) && number.TryDecimal(out value)) || scanner.BackTo(start);
    }

    /// <summary>Reads true or false.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The value, when the answer is true.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryBoolean(ref JsonScanner scanner, out bool value) => scanner.TryBoolean(out value);

    /// <summary>
    /// Reads a date-time of RFC 3339, section 5.6, with its offset. Digits below 100 ns are dropped, a leap second becomes the last
    /// instant of its minute, and an offset beyond ±14 hours becomes UTC.
    /// </summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The time, when the answer is true.</param>
    /// <returns>False for anything but a string with a date-time in the years 1 to 9999.</returns>
    public static bool TryTimestamp(ref JsonScanner scanner, out DateTimeOffset value)
    {
        int start = scanner.Position;
        value = default;
        return (TryUnescaped(ref scanner, out ReadOnlySpan<byte> text) && Rfc3339.TryTimestamp(text, out value)) || scanner.BackTo(start);
    }

    /// <summary>Reads a full-date of RFC 3339, section 5.6.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The date, when the answer is true.</param>
    /// <returns>False for anything but a string with a date in the years 1 to 9999.</returns>
    public static bool TryDate(ref JsonScanner scanner, out DateOnly value)
    {
        int start = scanner.Position;
        value = default;
        return (TryUnescaped(ref scanner, out ReadOnlySpan<byte> text) && Rfc3339.TryDate(text, out value)) || scanner.BackTo(start);
    }

    /// <summary>Reads a UUID in its 8-4-4-4-12 form (RFC 9562, section 4), in either case.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The UUID, when the answer is true.</param>
    /// <returns>False for anything but a string of that form.</returns>
    public static bool TryUuid(ref JsonScanner scanner, out Guid value)
    {
        int start = scanner.Position;
        value = default;
        return (TryUnescaped(ref scanner, out ReadOnlySpan<byte> text) && UuidText.TryParse(text, out value)) || scanner.BackTo(start);
    }

    /// <summary>Reads base64 with the standard alphabet (RFC 4648, section 4); padding may be missing, white space may break lines.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The bytes, when the answer is true.</param>
    /// <returns>False for anything but a string of base64.</returns>
    public static bool TryBytes(ref JsonScanner scanner, out ReadOnlyMemory<byte> value)
    {
        int start = scanner.Position;
        value = default;
        if (!TryUnescaped(ref scanner, out ReadOnlySpan<byte> text) || !Base64Text.TryDecode(text, out byte[] bytes))
        {
            return scanner.BackTo(start);
        }

        value = bytes;
        return true;
    }

    /// <summary>Reads content in base64 (RFC 4648, section 4).</summary>
    /// <param name="scanner">Where the value begins; behind it, when the answer is true.</param>
    /// <param name="value">The content, in memory, when the answer is true.</param>
    /// <returns>False for anything but a string of base64.</returns>
    public static bool TryBinary(ref JsonScanner scanner, [NotNullWhen(true)] out BinaryContent? value)
    {
        value = TryBytes(ref scanner, out ReadOnlyMemory<byte> bytes) ? BinaryContent.FromBytes(bytes) : null;
        return value is not null;
    }

    /// <summary>Reads any value.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The value, when the answer is true.</param>
    /// <returns>False when the bytes are not JSON.</returns>
    public static bool TryAny(ref JsonScanner scanner, out JsonValue value)
    {
        bool isRead = scanner.TryRaw(out ReadOnlySpan<byte> utf8);
        value = isRead ? JsonValue.Keep(utf8) : default;
        return isRead;
    }

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="item">Reads one item.</param>
    /// <param name="value">The items in order, when the answer is true.</param>
    /// <returns>False for anything but an array whose every item can be read.</returns>
    public static bool TryList<T>(ref JsonScanner scanner, JsonTryRead<T> item, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        bool isRead = JsonListReader.TryRead(ref scanner, item, out T[]? items);
        value = items;
        return isRead;
    }

    /// <summary>Reads an object as a map, in the order of its members; of two members with one name the later one counts.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">Reads one value.</param>
    /// <param name="map">Names (ordinal) and values, when the answer is true.</param>
    /// <returns>False for anything but an object whose every value can be read.</returns>
    public static bool TryMap<T>(ref JsonScanner scanner, JsonTryRead<T> value, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> map)
    {
        map = null;
        if (!scanner.TryBeginObject())
        {
            return false;
        }

        JsonMapBuilder<T> members = default;
        while (scanner.NextMember())
        {
            if (!members.TryRead(ref scanner, value))
            {
                return false;
            }
        }

        map = members.ToMap(ref scanner) ?? JsonMap<T>.Empty;
        return !scanner.IsMalformed;
    }

    /// <summary>Reads null or a value of a reference type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="value">The value or null.</param>
    /// <returns>False for anything but null and what <paramref name="read"/> accepts.</returns>
    public static bool TryNullable<T>(ref JsonScanner scanner, JsonTryRead<T> read, out T? value)
        where T : class
    {
        value = null;
        return scanner.TryNull() || read(ref scanner, out value);
    }

    /// <summary>Reads null or a value of a value type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="value">The value or null.</param>
    /// <returns>False for anything but null and what <paramref name="read"/> accepts.</returns>
    public static bool TryNullable<T>(ref JsonScanner scanner, JsonTryRead<T> read, out T? value)
        where T : struct
    {
        value = null;
        if (scanner.TryNull())
        {
            return true;
        }

        bool isRead = read(ref scanner, out T one);
        value = isRead ? one : null;
        return isRead;
    }

    // The unescaped bytes of a string; escapes are rare in what is read through this, and then a copy is right.
    private static bool TryUnescaped(ref JsonScanner scanner, out ReadOnlySpan<byte> text)
    {
        if (!scanner.TryString(out text, out bool isEscaped))
        {
            return false;
        }

        if (isEscaped)
        {
            byte[] unescaped = new byte[text.Length];
            text = unescaped.AsSpan(0, StringToken.Unescape(text, unescaped));
        }

        return true;
    }
}
