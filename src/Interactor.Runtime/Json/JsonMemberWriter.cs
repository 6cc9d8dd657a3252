using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>Writes one object for a <see cref="JsonWalk"/>, a call for each member in the order of its table, or prints it for people by the same calls.</summary>
internal sealed class JsonMemberWriter
{
    // Null while printing.
    private readonly Utf8JsonWriter? _writer;

    private readonly MemberText _text;

    private int _next;

    /// <summary>Begins the object.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="table">The members.</param>
    /// <param name="record">The record whose members follow.</param>
    /// <exception cref="JsonContractException">There is no record.</exception>
    public JsonMemberWriter(Utf8JsonWriter writer, JsonMemberTable table, object? record)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonEmit.BeginObject(writer, record);
        _writer = writer;
        Table = table;
    }

    public JsonMemberWriter(StringBuilder builder, JsonMemberTable table)
    {
        _text = new(builder);
        Table = table;
    }

    public JsonMemberTable Table { get; }

    /// <summary>Something was printed.</summary>
    public bool HasText => _text.HasMembers;

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="write">Writes the value.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Add<T>(T? value, JsonWrite<T> write)
    {
        if (Begin(value is not null))
        {
            write(_writer, value!);
        }
        else
        {
            Print(value);
        }
    }

    /// <inheritdoc cref="Add{T}(T, JsonWrite{T})"/>
    public void AddStruct<T>(T? value, JsonWrite<T> write)
        where T : struct
    {
        if (Begin(value is not null))
        {
            write(_writer, value!.Value);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, for which absent, null and a value are three things.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value, or null.</param>
    public void AddOptional<T>(Optional<T> value, JsonWrite<T> write)
    {
        if (Begin(value.HasValue))
        {
            write(_writer, value.Value);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, whatever its value.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    public void Always<T>(T value, JsonWrite<T> write)
    {
        if (Begin(isThere: true))
        {
            write(_writer, value);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, which may be null.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes a value that is not null.</param>
    public void Null<T>(T? value, JsonWrite<T> write)
        where T : class
    {
        if (Begin(isThere: true))
        {
            JsonEmit.NullableClass(_writer, value, write);
        }
        else
        {
            Print(value);
        }
    }

    /// <inheritdoc cref="Null{T}(T, JsonWrite{T})"/>
    public void NullStruct<T>(T? value, JsonWrite<T> write)
        where T : struct
    {
        if (Begin(isThere: true))
        {
            JsonEmit.NullableStruct(_writer, value, write);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, for which absent, null and a value are three things.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes a value that is not null.</param>
    public void OptionalNull<T>(Optional<T?> value, JsonWrite<T> write)
        where T : class
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableClass(_writer, value.Value, write);
        }
        else
        {
            Print(value);
        }
    }

    /// <inheritdoc cref="OptionalNull{T}(Optional{T}, JsonWrite{T})"/>
    public void OptionalNullStruct<T>(Optional<T?> value, JsonWrite<T> write)
        where T : struct
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableStruct(_writer, value.Value, write);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, which is a list, unless it is absent.</summary>
    /// <param name="value">The list; null where it is absent.</param>
    /// <param name="write">Writes one item.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void List<T>(IReadOnlyList<T>? value, JsonWrite<T> write)
    {
        if (Begin(value is not null))
        {
            JsonEmit.List(_writer, value!, write);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, which is a map, unless it is absent.</summary>
    /// <param name="value">The map; null where it is absent.</param>
    /// <param name="write">Writes one value.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Map<T>(IReadOnlyDictionary<string, T>? value, JsonWrite<T> write)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Map(_writer, value!, write);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the members that the table does not name, and ends the object.</summary>
    /// <param name="others">Those members; null where there are none.</param>
    public void End(object? others)
    {
        WriteConstants();
        if (_writer is null)
        {
            Print(others, "AdditionalProperties", Table.OthersAreSecret);
            return;
        }

        if (others is not null)
        {
            Table.Others.Write(_writer, others);
        }

        _writer.WriteEndObject();
    }

    // A name without a value tells whoever writes the whole document which one is missing.
    [MemberNotNullWhen(true, nameof(_writer))]
    private bool Begin(bool isThere)
    {
        WriteConstants();
        int member = _next++;
        if (_writer is not null && (isThere || Table.IsRequired(member)))
        {
            _writer.WritePropertyName(Table.NameOf(member));
            return isThere ? isThere : throw JsonEmit.Missing();
        }

        return false;
    }

    // Those that stand before the next member: nobody calls for what can only be one value.
    private void WriteConstants()
    {
        while (Table.ConstantOf(_next) is { } constant)
        {
            _next++;
            Print(constant);
            if (_writer is not null)
            {
                _writer.WritePropertyName(Table.NameOf(_next - 1));
                constant.Write(_writer);
            }
        }
    }

    // What was not written: absent, or to be printed.
    private void Print<T>(T value)
    {
        if (_writer is null)
        {
            Print(value, Table.TextOf(_next - 1), Table.IsSecret(_next - 1));
        }
    }

    private void Print(object? value, string name, bool isSecret) => _ = isSecret ? _text.Secret(value, name) : _text.Add(value, name);
}
