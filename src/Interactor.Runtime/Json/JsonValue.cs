using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Interactor.Runtime.Expressions;

namespace Interactor.Runtime.Json;

/// <summary>
/// Any JSON value: an immutable value that owns its memory and compares by content. <c>default</c> is JSON null.
/// </summary>
public readonly struct JsonValue : IEquatable<JsonValue>
{
    private static readonly JsonElement NullElement = JsonElement.Parse("null"u8);

    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = 128 };

    // A value that was read goes into values that are written, which are then deeper than what is ever read.
    private static readonly JsonDocumentOptions WrittenOptions = new() { MaxDepth = 1000 };

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonElement _element;

    private readonly KeptJson? _kept;

    /// <summary>Wraps an element. The element must own its memory, as a clone or a parsed one does.</summary>
    /// <param name="element">The element; an undefined one counts as null.</param>
    public JsonValue(JsonElement element) => _element = element;

    private JsonValue(KeptJson kept) => _kept = kept;

    /// <summary>JSON null.</summary>
    public static JsonValue Null => default;

    /// <summary>The value as System.Text.Json knows it; never undefined.</summary>
    public JsonElement Element => _kept?.Element ?? (_element.ValueKind == JsonValueKind.Undefined ? NullElement : _element);

    /// <summary>What the value is; never <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonValueKind Kind => Element.ValueKind;

    /// <summary>The value is JSON null.</summary>
    public bool IsNull => Kind == JsonValueKind.Null;

    private ReadOnlySpan<byte> Text => _kept is null ? JsonMarshal.GetRawUtf8Value(Element) : _kept.Utf8;

    /// <summary>The item at an index of an array.</summary>
    /// <param name="index">Counted from 0.</param>
    /// <exception cref="InvalidOperationException">The value is not an array.</exception>
    /// <exception cref="IndexOutOfRangeException">The array has no such item.</exception>
    public JsonValue this[int index] => new(Element[index]);

    /// <summary>Reads one JSON value from UTF-8 text.</summary>
    /// <param name="utf8">The whole text.</param>
    /// <exception cref="JsonException">The text is not one JSON value (RFC 8259).</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8) => new(JsonElement.Parse(utf8, ReaderOptions));

    /// <summary>Reads one JSON value from text.</summary>
    /// <param name="json">The whole text.</param>
    /// <exception cref="JsonException">The text is not one JSON value (RFC 8259).</exception>
    public static JsonValue Parse(string json) => new(JsonElement.Parse(json, ReaderOptions));

    /// <summary>Keeps a copy of one JSON value, to be parsed when somebody looks into it.</summary>
    /// <param name="utf8">What a scanner has found to be one value, without white space around it.</param>
    internal static JsonValue Keep(ReadOnlySpan<byte> utf8) => utf8.SequenceEqual("null"u8) ? default : new(new KeptJson(utf8.ToArray()));

    /// <summary>A JSON string, or null.</summary>
    public static JsonValue From(string? value) =>
        value is null ? default : From(value, static (writer, text) => writer.WriteStringValue(text));

    /// <summary>A JSON number, or null.</summary>
    public static JsonValue From(long? value) =>
        value is not { } number ? default : From(number, static (writer, n) => writer.WriteNumberValue(n));

    /// <summary>A JSON number, or null.</summary>
    public static JsonValue From(ulong? value) =>
        value is not { } number ? default : From(number, static (writer, n) => writer.WriteNumberValue(n));

    /// <summary>A JSON number, or null.</summary>
    /// <exception cref="ArgumentException">The number is not finite, which JSON cannot say.</exception>
    public static JsonValue From(double? value) =>
        value is not { } number ? default : From(number, static (writer, n) => writer.WriteNumberValue(n));

    /// <summary>A JSON number, or null.</summary>
    /// <exception cref="ArgumentException">The number is not finite, which JSON cannot say.</exception>
    public static JsonValue From(float? value) =>
        value is not { } number ? default : From(number, static (writer, n) => writer.WriteNumberValue(n));

    /// <summary>A JSON number, or null.</summary>
    public static JsonValue From(decimal? value) =>
        value is not { } number ? default : From(number, static (writer, n) => writer.WriteNumberValue(n));

    /// <summary>A JSON boolean, or null.</summary>
    public static JsonValue From(bool? value) =>
        value is not { } boolean ? default : From(boolean, static (writer, b) => writer.WriteBooleanValue(b));

    /// <summary>A JSON string with an RFC 3339 timestamp, or null.</summary>
    public static JsonValue From(DateTimeOffset? value) => From(value is { } time ? TimestampText.Format(time) : null);

    /// <summary>A JSON string with an RFC 3339 full-date, or null.</summary>
    public static JsonValue From(DateOnly? value) => From(value is { } date ? TimestampText.Format(date) : null);

    /// <summary>A JSON string with an RFC 9562 UUID, or null.</summary>
    public static JsonValue From(Guid? value) => From(value?.ToString("D"));

    /// <summary>A JSON string with the bytes in base64 (RFC 4648, section 4), or null.</summary>
    public static JsonValue From(ReadOnlyMemory<byte>? value) =>
        value is not { } bytes ? default : From(bytes, static (writer, b) => writer.WriteBase64StringValue(b.Span));

    /// <summary>What a writer writes for a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    /// <exception cref="JsonException">The writer wrote no value.</exception>
    public static JsonValue From<T>(T value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            write(writer, value);
        }

        return new(JsonElement.Parse(buffer.WrittenSpan, WrittenOptions));
    }

    /// <summary>A JSON object. Of two members with one name the later one counts.</summary>
    public static JsonValue Object(IEnumerable<KeyValuePair<string, JsonValue>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        JsonObjectBuilder builder = new();
        foreach ((string name, JsonValue value) in members)
        {
            builder.Add(name, value);
        }

        return builder.ToValue();
    }

    /// <summary>A JSON object. Of two members with one name the later one counts.</summary>
    public static JsonValue Object(params ReadOnlySpan<(string Name, JsonValue Value)> members)
    {
        JsonObjectBuilder builder = new();
        foreach ((string name, JsonValue value) in members)
        {
            builder.Add(name, value);
        }

        return builder.ToValue();
    }

    /// <summary>A JSON array.</summary>
    public static JsonValue Array(IEnumerable<JsonValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return From(items, static (writer, values) =>
        {
            writer.WriteStartArray();
            foreach (JsonValue value in values)
            {
                value.WriteTo(writer);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>A JSON array.</summary>
    public static JsonValue Array(params ReadOnlySpan<JsonValue> items) => Array((IEnumerable<JsonValue>)items.ToArray());

    /// <summary>Looks a member up by its exact name.</summary>
    /// <param name="name">The name; ordinal.</param>
    /// <param name="value">The member, when the answer is true.</param>
    /// <returns>False when the value is not an object or has no such member.</returns>
    public bool TryGetMember(string name, out JsonValue value)
    {
        if (JsonMembers.TryGet(Element, name, out JsonElement member))
        {
            value = new(member);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Looks an item up by its index.</summary>
    /// <param name="index">Counted from 0.</param>
    /// <param name="value">The item, when the answer is true.</param>
    /// <returns>False when the value is not an array or has no such item.</returns>
    public bool TryGetItem(long index, out JsonValue value)
    {
        if (Element is { ValueKind: JsonValueKind.Array } array && index >= 0 && index < array.GetArrayLength())
        {
            value = new(array[(int)index]);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Writes the value.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ReadOnlySpan<byte> text = Text;

        // The writer decodes strings and cannot decode a lone surrogate, so text that may have one is copied as it is.
        if (_kept is not null || text.IndexOf("\\ud"u8) >= 0 || text.IndexOf("\\uD"u8) >= 0)
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            Element.WriteTo(writer);
        }
    }

    /// <summary>The first characters of the JSON text, or all of them where there are no more.</summary>
    internal string Start(int characters)
    {
        ReadOnlySpan<byte> text = Text;
        return Encoding.UTF8.GetString(text[..Math.Min(text.Length, characters)]);
    }

    /// <summary>Equality of content: numbers by value, objects in any order of members.</summary>
    public bool Equals(JsonValue other) => JsonValueEquality.Equal(Element, other.Element);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonValueEquality.Hash(Element);

    /// <summary>The JSON text of the value.</summary>
    public override string ToString() => Element.GetRawText();

    /// <summary>Equality of content.</summary>
    public static bool operator ==(JsonValue left, JsonValue right) => left.Equals(right);

    /// <summary>Inequality of content.</summary>
    public static bool operator !=(JsonValue left, JsonValue right) => !left.Equals(right);
}
