using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>
/// Writes one object for a generated record: every member of the table, each named once there and written by one call here, in its order. The
/// same calls print the record for people.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "A writer is used in one place and never compared.")]
public partial struct JsonMemberWriter
{
    // Null while printing.
    private readonly Utf8JsonWriter? _writer;

    private readonly MemberText _text;

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

    internal JsonMemberWriter(StringBuilder builder, JsonMemberTable table)
    {
        _text = new(builder);
        _table = table;
    }

    /// <summary>Something was printed.</summary>
    internal readonly bool HasText => _text.HasMembers;

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Add<T>(T? value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Begin(value is not null))
        {
            write(_writer, value!);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <inheritdoc cref="Add{T}(T, JsonWrite{T}, string)"/>
    public void AddStruct<T>(T? value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Begin(value is not null))
        {
            write(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value, or null.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void AddOptional<T>(Optional<T> value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Begin(value.HasValue))
        {
            write(_writer, value.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, whatever its value.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Always<T>(T value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Begin(isThere: true))
        {
            write(_writer, value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, which may be null.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Nullable<T>(T? value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        if (Begin(isThere: true))
        {
            JsonEmit.NullableClass(_writer, value, write);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <inheritdoc cref="Nullable{T}(T, JsonWrite{T}, string)"/>
    public void Nullable<T>(T? value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct
    {
        if (Begin(isThere: true))
        {
            JsonEmit.NullableStruct(_writer, value, write);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Nullable<T>(Optional<T?> value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableClass(_writer, value.Value, write);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <inheritdoc cref="Nullable{T}(Optional{T}, JsonWrite{T}, string)"/>
    public void Nullable<T>(Optional<T?> value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableStruct(_writer, value.Value, write);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, which is a list, unless it is absent.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="value">The list; null where it is absent.</param>
    /// <param name="write">Writes one item.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void List<T>(IReadOnlyList<T>? value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.List(_writer, value!, write);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, which is a map, unless it is absent.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="value">The map; null where it is absent.</param>
    /// <param name="write">Writes one value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Map<T>(IReadOnlyDictionary<string, T>? value, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Map(_writer, value!, write);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, which has one value.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    internal void Constant(ReadOnlySpan<byte> utf8, string name)
    {
        if (Begin(isThere: true))
        {
            _writer.WriteStringValue(utf8);
        }
        else
        {
            Print(Encoding.UTF8.GetString(utf8), name);
        }
    }

    /// <summary>Writes the members that the table does not name, and ends the object.</summary>
    /// <param name="others">Those members; null where there are none.</param>
    /// <param name="name">Their name in C#, for printing.</param>
    public readonly void End(ExtensionData? others = null, [CallerArgumentExpression(nameof(others))] string name = "")
    {
        if (_writer is null)
        {
            Print(others, name, _table.OthersAreSecret);
            return;
        }

        others?.WriteTo(_writer);
        _writer.WriteEndObject();
    }

    /// <summary>Writes the members that the table does not name, and ends the object.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="others">Those members; null where there are none.</param>
    /// <param name="write">Writes one value.</param>
    /// <param name="name">Their name in C#, for printing.</param>
    public readonly void End<T>(IReadOnlyDictionary<string, T>? others, JsonWrite<T> write, [CallerArgumentExpression(nameof(others))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(write);
        if (_writer is null)
        {
            Print(others, name, _table.OthersAreSecret);
            return;
        }

        foreach ((string other, T one) in others ?? ReadOnlyDictionary<string, T>.Empty)
        {
            _writer.WritePropertyName(other);
            write(_writer, one);
        }

        _writer.WriteEndObject();
    }

    // A name without a value tells whoever writes the whole document which one is missing.
    [MemberNotNullWhen(true, nameof(_writer))]
    private bool Begin(bool isThere)
    {
        int member = _next++;
        if (_writer is not null && (isThere || _table.IsRequired(member)))
        {
            _writer.WritePropertyName(_table.NameOf(member));
            return isThere ? isThere : throw JsonEmit.Missing();
        }

        return false;
    }

    // What was not written: absent, or to be printed.
    private readonly void Print<T>(T value, string name)
    {
        if (_writer is null)
        {
            Print(value, name, _table.IsSecret(_next - 1));
        }
    }

    private readonly void Print(object? value, string name, bool isSecret)
    {
        // The argument is v.Name, v?.Name or v?.Name ?? default.
        ReadOnlySpan<char> member = name.AsSpan(name.IndexOf('.', StringComparison.Ordinal) + 1);
        int end = member.IndexOf(' ');
        string plain = (end < 0 ? member : member[..end]).ToString();
        _ = isSecret ? _text.Secret(value, plain) : _text.Add(value, plain);
    }
}
