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
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_next++ == _at)
        {
            bool isRead = read(ref _scanner, out T? one);
            value = new(one!);
            Advance(isRead);
        }
        else if (_isWriting)
        {
            _writer.AddOptional(value, write);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, for which absent and a value are two things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="contract">Reads and writes the value.</param>
    /// <returns>The value.</returns>
    public Optional<T> DoOptional<T>(Optional<T> value, JsonContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_next++ == _at)
        {
            bool isRead = contract.Reader(ref _scanner, out T? one);
            value = new(one!);
            Advance(isRead);
        }
        else if (_isWriting)
        {
            _writer.AddOptional(value, contract.Writer);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="contract">Reads and writes a value that is not null.</param>
    /// <returns>The value.</returns>
    public Optional<T?> OptionalNull<T>(Optional<T?> value, JsonContract<T> contract)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_next++ == _at)
        {
            bool isRead = JsonRead.TryNullable(ref _scanner, contract.Reader, out T? one);
            value = new(one);
            Advance(isRead);
        }
        else if (_isWriting)
        {
            _writer.OptionalNull(value, contract.Writer);
        }

        return value;
    }

    /// <inheritdoc cref="OptionalNull{T}(Optional{T}, JsonContract{T})"/>
    public Optional<T?> OptionalNullStruct<T>(Optional<T?> value, JsonContract<T> contract)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_next++ == _at)
        {
            bool isRead = JsonRead.TryNullable(ref _scanner, contract.Reader, out T? one);
            value = new(one);
            Advance(isRead);
        }
        else if (_isWriting)
        {
            _writer.OptionalNullStruct(value, contract.Writer);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which may be null and must be there.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="read">Reads the value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    /// <returns>The value.</returns>
    public T Always<T>(T value, JsonTryRead<T> read, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_next++ == _at)
        {
            Advance(read(ref _scanner, out value!));
        }
        else if (_isWriting)
        {
            _writer.Always(value, write);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which may be null and must be there.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="contract">Reads and writes a value that is not null.</param>
    /// <returns>The value.</returns>
    public T? Null<T>(T? value, JsonContract<T> contract)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_next++ == _at)
        {
            Advance(JsonRead.TryNullable(ref _scanner, contract.Reader, out value));
        }
        else if (_isWriting)
        {
            _writer.Null(value, contract.Writer);
        }

        return value;
    }

    /// <inheritdoc cref="Null{T}(T, JsonContract{T})"/>
    public T? NullStruct<T>(T? value, JsonContract<T> contract)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (_next++ == _at)
        {
            Advance(JsonRead.TryNullable(ref _scanner, contract.Reader, out value));
        }
        else if (_isWriting)
        {
            _writer.NullStruct(value, contract.Writer);
        }

        return value;
    }
}
