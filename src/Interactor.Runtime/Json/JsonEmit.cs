using System.Globalization;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Expressions;

namespace Interactor.Runtime.Json;

/// <summary>Writers of single JSON values, for generated code: what <see cref="JsonRead"/> reads, the other way.</summary>
public static partial class JsonEmit
{
    /// <summary>Writes a string. A lone surrogate is written as its escape (RFC 8259, section 8.2), so that what was read goes back unchanged.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="JsonContractException">The text is null.</exception>
    public static void String(Utf8JsonWriter writer, string value)
    {
        NotNull(value);
        if (value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 && IsIllFormed(value))
        {
            writer.WriteRawValue(Escape(value), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void Int32(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void Int64(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>Writes a number in the shortest form that reads back as the same double.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="JsonContractException">The number is infinite or not a number, which JSON cannot say (RFC 8259, section 6).</exception>
    public static void Double(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(double.IsFinite(value) ? value : throw NotFinite());

    /// <summary>Writes a number in the shortest form that reads back as the same single.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="JsonContractException">The number is infinite or not a number, which JSON cannot say (RFC 8259, section 6).</exception>
    public static void Single(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(float.IsFinite(value) ? value : throw NotFinite());

    /// <summary>Writes a number with every digit, trailing zeros included.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void Decimal(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Writes true or false.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The value.</param>
    public static void Boolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes a date-time of RFC 3339, section 5.6: a fraction only where there is one, <c>Z</c> for the offset zero.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The time.</param>
    public static void Timestamp(Utf8JsonWriter writer, DateTimeOffset value) => Plain(writer, TimestampText.Format(value));

    /// <summary>Writes a full-date of RFC 3339, section 5.6.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The date.</param>
    public static void Date(Utf8JsonWriter writer, DateOnly value) => Plain(writer, TimestampText.Format(value));

    /// <summary>Writes a UUID in its 8-4-4-4-12 form, in lower case (RFC 9562, section 4).</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The UUID.</param>
    public static void Uuid(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Writes base64 with the standard alphabet and padding (RFC 4648, section 4).</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The bytes.</param>
    public static void Bytes(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => Plain(writer, Convert.ToBase64String(value.Span));

    /// <summary>Writes content as base64 text.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The content.</param>
    /// <exception cref="JsonContractException">There is none, or it is not in memory.</exception>
    public static void Binary(Utf8JsonWriter writer, BinaryContent value)
    {
        NotNull(value);
        if (value.IsInMemory)
        {
            Bytes(writer, value.Bytes);
        }
        else if (StreamedParts.TryNote(writer))
        {
            writer.WriteStringValue(""u8);
        }
        else
        {
            throw new JsonContractException([new ErrorDetail(string.Empty, "is content that is not in memory, which JSON cannot hold")]);
        }
    }

    /// <summary>Writes any value.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The value.</param>
    public static void Any(Utf8JsonWriter writer, JsonValue value) => value.WriteTo(writer);

    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The items.</param>
    /// <param name="item">Writes one item.</param>
    /// <exception cref="JsonContractException">The list is null.</exception>
    public static void List<T>(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonWrite<T> item)
    {
        BeginArray(writer, value);
        Items(writer, value, item);
        writer.WriteEndArray();
    }

    /// <summary>Writes items of an array that is begun and ended elsewhere.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="writer">Inside the array.</param>
    /// <param name="items">The items.</param>
    /// <param name="item">Writes one item.</param>
    /// <exception cref="JsonContractException">There is no list of items.</exception>
    public static void Items<T>(Utf8JsonWriter writer, IReadOnlyList<T>? items, JsonWrite<T> item)
    {
        NotNull(items);
        for (int i = 0; i < items.Count; i++)
        {
            item(writer, items[i]);
        }
    }

    /// <summary>Writes a map as an object, in the map's order.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="map">Names and values.</param>
    /// <param name="value">Writes one value.</param>
    /// <exception cref="JsonContractException">The map is null.</exception>
    public static void Map<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> map, JsonWrite<T> value)
    {
        BeginObject(writer, map);
        foreach ((string name, T one) in map)
        {
            writer.WritePropertyName(name);
            value(writer, one);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes null or a value of a reference type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The value or null.</param>
    /// <param name="write">Writes the value.</param>
    public static void NullableClass<T>(Utf8JsonWriter writer, T? value, JsonWrite<T> write)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, value);
        }
    }

    /// <summary>Writes null or a value of a value type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The value or null.</param>
    /// <param name="write">Writes the value.</param>
    public static void NullableStruct<T>(Utf8JsonWriter writer, T? value, JsonWrite<T> write)
        where T : struct
    {
        if (value is { } one)
        {
            write(writer, one);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static JsonContractException NotFinite() =>
        new([new ErrorDetail(string.Empty, "must be a finite number")]);

    // Text of digits, letters, '+', '/', ':' and '=': written as it is, where the writer's encoder would escape the plus sign.
    private static void Plain(Utf8JsonWriter writer, string text) => writer.WriteRawValue($"\"{text}\"", skipInputValidation: true);

    private static bool IsIllFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Escape(string text)
    {
        StringBuilder json = new("\"");
        foreach (char c in text)
        {
            // Every surrogate is escaped, paired or not: two escapes are one character again when read.
            _ = c is '"' or '\\' || char.IsControl(c) || char.IsSurrogate(c)
                ? json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
                : json.Append(c);
        }

        return json.Append('"').ToString();
    }
}
