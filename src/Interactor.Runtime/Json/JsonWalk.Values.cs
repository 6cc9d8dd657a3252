namespace Interactor.Runtime.Json;

// Members whose types are generated, or hold others.
public ref partial struct JsonWalk
{
    /// <summary>Reads or writes the next member.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="contract">Reads and writes the value.</param>
    /// <returns>The value; null where it is absent.</returns>
    public T? Do<T>(T? value, JsonContract<T> contract)
        where T : class
        => _next++ == _at ? VisitDo(value, contract) : value;

    /// <inheritdoc cref="Do{T}(T, JsonContract{T})"/>
    public T? DoStruct<T>(T? value, JsonContract<T> contract)
        where T : struct
        => _next++ == _at ? VisitDoStruct(value, contract) : value;

    /// <summary>Reads or writes the next member, which is a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="value">The list to write; null where it is absent.</param>
    /// <param name="contract">Reads and writes an item.</param>
    /// <returns>The list; null where it is absent.</returns>
    public IReadOnlyList<T>? List<T>(IReadOnlyList<T>? value, JsonContract<T> contract)
        => _next++ == _at ? VisitList(value, contract) : value;

    /// <summary>Reads or writes the next member, which is a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="value">The list to write; null where it is absent.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="write">Writes an item.</param>
    /// <returns>The list; null where it is absent.</returns>
    public IReadOnlyList<T>? List<T>(IReadOnlyList<T>? value, JsonTryRead<T> read, JsonWrite<T> write)
        => _next++ == _at ? VisitList(value, read, write) : value;

    /// <summary>Reads or writes the next member, which is a map.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="value">The map to write; null where it is absent.</param>
    /// <param name="contract">Reads and writes a value.</param>
    /// <returns>The map; null where it is absent.</returns>
    public IReadOnlyDictionary<string, T>? Map<T>(IReadOnlyDictionary<string, T>? value, JsonContract<T> contract)
        => _next++ == _at ? VisitMap(value, contract) : value;

    /// <summary>Reads or writes the next member, which is a map.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="value">The map to write; null where it is absent.</param>
    /// <param name="read">Reads a value.</param>
    /// <param name="write">Writes a value.</param>
    /// <returns>The map; null where it is absent.</returns>
    public IReadOnlyDictionary<string, T>? Map<T>(IReadOnlyDictionary<string, T>? value, JsonTryRead<T> read, JsonWrite<T> write)
        => _next++ == _at ? VisitMap(value, read, write) : value;

    /// <summary>Reads or writes the members that the table does not name. It comes last.</summary>
    /// <param name="value">The members to write; null where there are none.</param>
    /// <returns>The members; null where there are none.</returns>
    public ExtensionData? Others(ExtensionData? value)
    {
        if (_writer is not null)
        {
            _others = value;
        }

        return (ExtensionData?)_others;
    }

    /// <summary>Reads or writes the members that the table does not name and that have a type. It comes last.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="value">The members to write; null where there are none.</param>
    /// <returns>The members; null where there are none, or more are to be read.</returns>
    public IReadOnlyDictionary<string, T>? OthersOf<T>(IReadOnlyDictionary<string, T>? value)
    {
        if (_writer is not null)
        {
            _others = value;
            return value;
        }

        return _at == None && !IsResumed ? JsonOthers<T>.Finish(ref Scanner, ref _others) : null;
    }

    private T? VisitDo<T>(T? value, JsonContract<T> contract)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_writer is null)
        {
            Advance(contract.Reader(ref Scanner, out value));
        }
        else
        {
            _writer.Add(value, contract);
            _at = _next;
        }

        return value;
    }

    private T? VisitDoStruct<T>(T? value, JsonContract<T> contract)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_writer is null)
        {
            bool isRead = contract.Reader(ref Scanner, out T one);
            value = one;
            Advance(isRead);
        }
        else
        {
            _writer.AddStruct(value, contract);
            _at = _next;
        }

        return value;
    }

    private IReadOnlyList<T>? VisitList<T>(IReadOnlyList<T>? value, JsonContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return VisitList(value, contract.Reader, contract.Writer, contract);
    }

    private IReadOnlyList<T>? VisitList<T>(IReadOnlyList<T>? value, JsonTryRead<T> read, JsonWrite<T> write, JsonContract<T>? contract = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_writer is null)
        {
            Advance(JsonRead.TryList(ref Scanner, read, out value));
        }
        else
        {
            _writer.List(value, write, contract);
            _at = _next;
        }

        return value;
    }

    private IReadOnlyDictionary<string, T>? VisitMap<T>(IReadOnlyDictionary<string, T>? value, JsonContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return VisitMap(value, contract.Reader, contract.Writer, contract);
    }

    private IReadOnlyDictionary<string, T>? VisitMap<T>(IReadOnlyDictionary<string, T>? value, JsonTryRead<T> read, JsonWrite<T> write, JsonContract<T>? contract = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_writer is null)
        {
            Advance(JsonRead.TryMap(ref Scanner, read, out value));
        }
        else
        {
            _writer.Map(value, write, contract);
            _at = _next;
        }

        return value;
    }
}
