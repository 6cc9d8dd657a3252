namespace Interactor.Runtime.Json;

// Members that may be null.
public ref partial struct JsonWalk
{
    /// <summary>Reads or writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="read">Reads the value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    /// <returns>The value.</returns>
    public Optional<T> DoOptional<T>(Optional<T> value, JsonTryRead<T> read, JsonWrite<T> write)
        => _next++ == _at ? VisitDoOptional(value, read, write) : value;

    /// <summary>Reads or writes the next member, for which absent and a value are two things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="contract">Reads and writes the value.</param>
    /// <returns>The value.</returns>
    public Optional<T> DoOptional<T>(Optional<T> value, JsonContract<T> contract)
        => _next++ == _at ? VisitDoOptional(value, contract) : value;

    /// <summary>Reads or writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="contract">Reads and writes a value that is not null.</param>
    /// <returns>The value.</returns>
    public Optional<T?> OptionalNull<T>(Optional<T?> value, JsonContract<T> contract)
        where T : class
        => _next++ == _at ? VisitOptionalNull(value, contract) : value;

    /// <inheritdoc cref="OptionalNull{T}(Optional{T}, JsonContract{T})"/>
    public Optional<T?> OptionalNullStruct<T>(Optional<T?> value, JsonContract<T> contract)
        where T : struct
        => _next++ == _at ? VisitOptionalNullStruct(value, contract) : value;

    /// <summary>Reads or writes the next member, which may be null and must be there.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="read">Reads the value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    /// <returns>The value.</returns>
    public T Always<T>(T value, JsonTryRead<T> read, JsonWrite<T> write)
        => _next++ == _at ? VisitAlways(value, read, write) : value;

    /// <summary>Reads or writes the next member, which may be null and must be there.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="contract">Reads and writes a value that is not null.</param>
    /// <returns>The value.</returns>
    public T? Null<T>(T? value, JsonContract<T> contract)
        where T : class
        => _next++ == _at ? VisitNull(value, contract) : value;

    /// <inheritdoc cref="Null{T}(T, JsonContract{T})"/>
    public T? NullStruct<T>(T? value, JsonContract<T> contract)
        where T : struct
        => _next++ == _at ? VisitNullStruct(value, contract) : value;

    private Optional<T> VisitDoOptional<T>(Optional<T> value, JsonTryRead<T> read, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_writer is null)
        {
            bool isRead = read(ref Scanner, out T? one);
            value = new(one!);
            Advance(isRead);
        }
        else
        {
            _writer.AddOptional(value, write);
            _at = _next;
        }

        return value;
    }

    private Optional<T> VisitDoOptional<T>(Optional<T> value, JsonContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_writer is null)
        {
            return VisitDoOptional(value, contract.Reader, contract.Writer);
        }

        _writer.AddOptional(value, contract);
        _at = _next;
        return value;
    }

    private Optional<T?> VisitOptionalNull<T>(Optional<T?> value, JsonContract<T> contract)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_writer is null)
        {
            bool isRead = JsonRead.TryNullable(ref Scanner, contract.Reader, out T? one);
            value = new(one);
            Advance(isRead);
        }
        else
        {
            _writer.OptionalNull(value, contract);
            _at = _next;
        }

        return value;
    }

    private Optional<T?> VisitOptionalNullStruct<T>(Optional<T?> value, JsonContract<T> contract)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_writer is null)
        {
            bool isRead = JsonRead.TryNullable(ref Scanner, contract.Reader, out T? one);
            value = new(one);
            Advance(isRead);
        }
        else
        {
            _writer.OptionalNullStruct(value, contract);
            _at = _next;
        }

        return value;
    }

    private T VisitAlways<T>(T value, JsonTryRead<T> read, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_writer is null)
        {
            Advance(read(ref Scanner, out value!));
        }
        else
        {
            _writer.Always(value, write);
            _at = _next;
        }

        return value;
    }

    private T? VisitNull<T>(T? value, JsonContract<T> contract)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_writer is null)
        {
            Advance(JsonRead.TryNullable(ref Scanner, contract.Reader, out value));
        }
        else
        {
            _writer.Null(value, contract);
            _at = _next;
        }

        return value;
    }

    private T? VisitNullStruct<T>(T? value, JsonContract<T> contract)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_writer is null)
        {
            Advance(JsonRead.TryNullable(ref Scanner, contract.Reader, out value));
        }
        else
        {
            _writer.NullStruct(value, contract);
            _at = _next;
        }

        return value;
    }
}
