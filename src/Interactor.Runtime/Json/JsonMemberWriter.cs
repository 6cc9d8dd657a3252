using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>
/// Writes one object for a generated writer: every member of the table, each named once there and written by one call here, in its order.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "A writer is used in one place and never compared.")]
public partial struct JsonMemberWriter
{
    private readonly Utf8JsonWriter _writer;

    private readonly JsonMemberTable _table;

    private int _next;

    /// <summary>Begins the object.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="table">The members.</param>
    /// <param name="record">The record whose members follow.</param>
    /// <exception cref="JsonContractException">There is no record.</exception>
    public JsonMemberWriter(Utf8JsonWriter writer, JsonMemberTable table, object? record)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(table);
        JsonEmit.BeginObject(writer, record);
        _writer = writer;
        _table = table;
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="write">Writes the value.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Add<T>(T? value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Begin(value is not null))
        {
            write(_writer, value!);
        }
    }

    /// <inheritdoc cref="Add{T}(T, JsonWrite{T})"/>
    public void Add<T>(T? value, JsonWrite<T> write)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Begin(value is not null))
        {
            write(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value, or null.</param>
    public void Add<T>(Optional<T> value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Begin(value.HasValue))
        {
            write(_writer, value.Value);
        }
    }

    /// <summary>Writes the next member, whatever its value.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    public void Always<T>(T value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Begin(isThere: true);
        write(_writer, value);
    }

    /// <summary>Writes the next member, which may be null.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes the value.</param>
    public void Nullable<T>(T? value, JsonWrite<T> write)
        where T : class
    {
        Begin(isThere: true);
        JsonEmit.NullableClass(_writer, value, write);
    }

    /// <inheritdoc cref="Nullable{T}(T, JsonWrite{T})"/>
    public void Nullable<T>(T? value, JsonWrite<T> write)
        where T : struct
    {
        Begin(isThere: true);
        JsonEmit.NullableStruct(_writer, value, write);
    }

    /// <summary>Writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    public void Nullable<T>(Optional<T?> value, JsonWrite<T> write)
        where T : class
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableClass(_writer, value.Value, write);
        }
    }

    /// <inheritdoc cref="Nullable{T}(Optional{T}, JsonWrite{T})"/>
    public void Nullable<T>(Optional<T?> value, JsonWrite<T> write)
        where T : struct
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableStruct(_writer, value.Value, write);
        }
    }

    /// <summary>Writes the next member, which is a list, unless it is absent.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="value">The list; null where it is absent.</param>
    /// <param name="item">Writes one item.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void List<T>(IReadOnlyList<T>? value, JsonWrite<T> item)
    {
        if (Begin(value is not null))
        {
            JsonEmit.List(_writer, value!, item);
        }
    }

    /// <summary>Writes the next member, which is a map, unless it is absent.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="map">The map; null where it is absent.</param>
    /// <param name="value">Writes one value.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Map<T>(IReadOnlyDictionary<string, T>? map, JsonWrite<T> value)
    {
        if (Begin(map is not null))
        {
            JsonEmit.Map(_writer, map!, value);
        }
    }

    /// <summary>Writes the next member, which has one value.</summary>
    /// <param name="utf8">The text.</param>
    internal void Constant(ReadOnlySpan<byte> utf8)
    {
        Begin(isThere: true);
        _writer.WriteStringValue(utf8);
    }

    /// <summary>Writes the members that the table does not name, and ends the object.</summary>
    /// <param name="others">Those members; null where there are none.</param>
    public readonly void End(ExtensionData? others = null)
    {
        others?.WriteTo(_writer);
        _writer.WriteEndObject();
    }

    /// <summary>Writes the members that the table does not name, and ends the object.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="others">Those members; null where there are none.</param>
    /// <param name="value">Writes one value.</param>
    public readonly void End<T>(IReadOnlyDictionary<string, T>? others, JsonWrite<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (others is not null)
        {
            foreach ((string name, T one) in others)
            {
                _writer.WritePropertyName(name);
                value(_writer, one);
            }
        }

        _writer.WriteEndObject();
    }

    // A name without a value tells whoever writes the whole document which one is missing.
    private bool Begin(bool isThere)
    {
        int member = _next++;
        if (isThere || _table.IsRequired(member))
        {
            _writer.WritePropertyName(_table.NameOf(member));
            return isThere ? isThere : throw JsonEmit.Missing();
        }

        return false;
    }
}
