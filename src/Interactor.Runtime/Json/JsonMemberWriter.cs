using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>
/// Writes one object for a <see cref="JsonWalk"/>, a call for each member in the order of its table; or prints it for people, or tests its
/// members, by the same calls.
/// </summary>
internal sealed class JsonMemberWriter
{
    // Null while printing and testing.
    private readonly Utf8JsonWriter? _writer;

    private readonly MemberText _text;

    private readonly bool _isTest;

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

    /// <summary>Begins what is printed.</summary>
    /// <param name="builder">Where the text goes.</param>
    /// <param name="table">The members.</param>
    public JsonMemberWriter(StringBuilder builder, JsonMemberTable table)
    {
        _text = new(builder);
        Table = table;
    }

    /// <summary>Begins a test.</summary>
    /// <param name="table">The members.</param>
    public JsonMemberWriter(JsonMemberTable table)
    {
        _isTest = true;
        Table = table;
    }

    public JsonMemberTable Table { get; }

    /// <summary>Something was printed.</summary>
    public bool HasText => _text.HasMembers;

    /// <summary>Every member that was tested is surely valid: the type or its contract says so.</summary>
    public bool IsSurelyValid { get; private set; } = true;

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="contract">Writes the value.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Add<T>(T? value, JsonContract<T> contract)
        where T : class
    {
        if (Begin(value is not null))
        {
            contract.Writer(_writer, value!);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value is null || contract.PassesTest(value));
        }
        else
        {
            Print(value);
        }
    }

    /// <inheritdoc cref="Add{T}(T, JsonContract{T})"/>
    public void AddStruct<T>(T? value, JsonContract<T> contract)
        where T : struct
    {
        if (Begin(value is not null))
        {
            contract.Writer(_writer, value!.Value);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value is not { } one || contract.PassesTest(one));
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
        else if (_isTest)
        {
            IsSurelyValid &= value.ValueOrDefault is null;
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, for which absent and a value are two things.</summary>
    /// <param name="value">The value.</param>
    /// <param name="contract">Writes the value.</param>
    public void AddOptional<T>(Optional<T> value, JsonContract<T> contract)
    {
        if (Begin(value.HasValue))
        {
            contract.Writer(_writer, value.Value);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (!value.HasValue || contract.PassesTest(value.Value));
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
        else if (_isTest)
        {
            IsSurelyValid &= value is null;
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, whatever its value.</summary>
    /// <param name="value">The value.</param>
    public void Any(JsonValue value)
    {
        if (Begin(isThere: true))
        {
            JsonEmit.Any(_writer, value);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, which may be null.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="contract">Writes a value that is not null.</param>
    public void Null<T>(T? value, JsonContract<T> contract)
        where T : class
    {
        if (Begin(isThere: true))
        {
            JsonEmit.NullableClass(_writer, value, contract.Writer);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value is null || contract.PassesTest(value));
        }
        else
        {
            Print(value);
        }
    }

    /// <inheritdoc cref="Null{T}(T, JsonContract{T})"/>
    public void NullStruct<T>(T? value, JsonContract<T> contract)
        where T : struct
    {
        if (Begin(isThere: true))
        {
            JsonEmit.NullableStruct(_writer, value, contract.Writer);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value is not { } one || contract.PassesTest(one));
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, for which absent, null and a value are three things.</summary>
    /// <param name="value">The value.</param>
    /// <param name="contract">Writes a value that is not null.</param>
    public void OptionalNull<T>(Optional<T?> value, JsonContract<T> contract)
        where T : class
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableClass(_writer, value.Value, contract.Writer);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value.ValueOrDefault is not { } one || contract.PassesTest(one));
        }
        else
        {
            Print(value);
        }
    }

    /// <inheritdoc cref="OptionalNull{T}(Optional{T}, JsonContract{T})"/>
    public void OptionalNullStruct<T>(Optional<T?> value, JsonContract<T> contract)
        where T : struct
    {
        if (Begin(value.HasValue))
        {
            JsonEmit.NullableStruct(_writer, value.Value, contract.Writer);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value.ValueOrDefault is not { } one || contract.PassesTest(one));
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, which is a list, unless it is absent.</summary>
    /// <param name="value">The list; null where it is absent.</param>
    /// <param name="write">Writes one item.</param>
    /// <param name="contract">What tests an item; null where nothing does.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void List<T>(IReadOnlyList<T>? value, JsonWrite<T> write, JsonContract<T>? contract)
    {
        if (Begin(value is not null))
        {
            JsonEmit.List(_writer, value!, write);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value is null || contract?.PassTest(value) == true);
        }
        else
        {
            Print(value);
        }
    }

    /// <summary>Writes the next member, which is a map, unless it is absent.</summary>
    /// <param name="value">The map; null where it is absent.</param>
    /// <param name="write">Writes one value.</param>
    /// <param name="contract">What tests a value; null where nothing does.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Map<T>(IReadOnlyDictionary<string, T>? value, JsonWrite<T> write, JsonContract<T>? contract)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Map(_writer, value!, write);
        }
        else if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (value is null || contract?.PassTest(value.Values) == true);
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
        if (_isTest)
        {
            IsSurelyValid = IsSurelyValid && (others is null || Table.Others.PassTest(others, Table));
        }
        else if (_writer is null)
        {
            Print(others, "AdditionalProperties", Table.OthersAreSecret);
        }
        else
        {
            if (others is not null)
            {
                Table.Others.Write(_writer, others);
            }

            _writer.WriteEndObject();
        }
    }

    // A name without a value tells whoever writes the whole document which one is missing.
    [MemberNotNullWhen(true, nameof(_writer))]
    private bool Begin(bool isThere)
    {
        WriteConstants();
        int member = _next++;
        if (!isThere && !Table.IsRequired(member))
        {
            return false;
        }

        IsSurelyValid &= isThere;
        if (_writer is null)
        {
            return false;
        }

        _writer.WritePropertyName(Table.NameOf(member));
        return isThere ? isThere : throw JsonEmit.Missing();
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
        if (_writer is null && !_isTest)
        {
            Print(value, Table.TextOf(_next - 1), Table.IsSecret(_next - 1));
        }
    }

    private void Print(object? value, string name, bool isSecret) => _ = isSecret ? _text.Secret(value, name) : _text.Add(value, name);
}
