namespace Interactor.Runtime.Json;

// The types of values that JSON or its formats have.
public ref partial struct JsonWalk
{
    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The text to write; null where it is absent.</param>
    /// <returns>The text; null where it is absent.</returns>
    public string? String(string? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.Add(value, JsonEmit.String);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public bool? Boolean(bool? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Boolean);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public sbyte? SByte(sbyte? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.SByte);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public byte? Byte(byte? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Byte);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public short? Int16(short? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Int16);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ushort? UInt16(ushort? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.UInt16);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public int? Int32(int? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Int32);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public uint? UInt32(uint? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.UInt32);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public long? Int64(long? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Int64);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ulong? UInt64(ulong? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.UInt64);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public float? Single(float? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Single);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public double? Double(double? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Double);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public decimal? Decimal(decimal? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Decimal);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public DateTimeOffset? Timestamp(DateTimeOffset? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Timestamp);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public DateOnly? Date(DateOnly? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Date);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public Guid? Uuid(Guid? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Uuid);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ReadOnlyMemory<byte>? Bytes(ReadOnlyMemory<byte>? value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.AddStruct(value, JsonEmit.Bytes);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which is there whatever its value.</summary>
    /// <param name="value">The value to write.</param>
    /// <returns>The value.</returns>
    public JsonValue Any(JsonValue value)
    {
        if (_next++ == _at)
        {
            Advance(JsonRead.Try(ref _scanner, out value));
        }
        else if (_isWriting)
        {
            _writer.Always(value, JsonEmit.Any);
        }

        return value;
    }
}
