using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>Writers of the members of generated records: name and value, or nothing where the value is absent.</summary>
public static partial class JsonEmit
{
    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            String(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Boolean(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, sbyte? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            SByte(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Byte(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, short? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Int16(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ushort? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            UInt16(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Int32(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, uint? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            UInt32(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Int64(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            UInt64(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, float? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Single(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Double(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Decimal(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Timestamp(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Date(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Uuid(writer, one);
        }
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } one)
        {
            writer.WritePropertyName(name);
            Bytes(writer, one);
        }
    }

    /// <summary>Writes a member that is there whatever its value.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void Member(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        Any(writer, value);
    }

    /// <summary>Writes a member that has to be there.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The text.</param>
    public static void Required(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        String(writer, value);
    }

    /// <summary>Writes a member that has to be there.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    public static void Required<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        writer.WritePropertyName(name);
        write(writer, value);
    }

    /// <summary>Writes a member, unless it is absent.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="write">Writes the value.</param>
    public static void Member<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWrite<T> write)
        where T : class
    {
        if (value is not null)
        {
            Required(writer, name, value, write);
        }
    }

    /// <inheritdoc cref="Member{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T, JsonWrite{T})"/>
    public static void ValueMember<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWrite<T> write)
        where T : struct
    {
        if (value is { } one)
        {
            Required(writer, name, one, write);
        }
    }

    /// <summary>Writes a member for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value, or null.</param>
    public static void OptionalMember<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<T> value, JsonWrite<T> write)
    {
        if (value.HasValue)
        {
            Required(writer, name, value.Value, write);
        }
    }

    /// <summary>Writes a member that is a list, unless it is absent.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The list; null where it is absent.</param>
    /// <param name="item">Writes one item.</param>
    public static void ListMember<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value, JsonWrite<T> item)
    {
        if (value is not null)
        {
            RequiredList(writer, name, value, item);
        }
    }

    /// <summary>Writes a member that is a list and has to be there.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="value">The list.</param>
    /// <param name="item">Writes one item.</param>
    public static void RequiredList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T> value, JsonWrite<T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        List(writer, value, item);
    }

    /// <summary>Writes a member that is a map, unless it is absent.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="map">The map; null where it is absent.</param>
    /// <param name="value">Writes one value.</param>
    public static void MapMember<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? map, JsonWrite<T> value)
    {
        if (map is not null)
        {
            RequiredMap(writer, name, map, value);
        }
    }

    /// <summary>Writes a member that is a map and has to be there.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="map">The map.</param>
    /// <param name="value">Writes one value.</param>
    public static void RequiredMap<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T> map, JsonWrite<T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        Map(writer, map, value);
    }
}
