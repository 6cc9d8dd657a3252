namespace Interactor.Runtime.Json;

// The types of values that JSON or its formats have.
public ref partial struct JsonWalk
{
    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The text to write; null where it is absent.</param>
    /// <returns>The text; null where it is absent.</returns>
    public string? String(string? value) => _next++ == _at ? VisitString(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public bool? Boolean(bool? value) => _next++ == _at ? VisitBoolean(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public sbyte? SByte(sbyte? value) => _next++ == _at ? VisitSByte(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public byte? Byte(byte? value) => _next++ == _at ? VisitByte(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public short? Int16(short? value) => _next++ == _at ? VisitInt16(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ushort? UInt16(ushort? value) => _next++ == _at ? VisitUInt16(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public int? Int32(int? value) => _next++ == _at ? VisitInt32(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public uint? UInt32(uint? value) => _next++ == _at ? VisitUInt32(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public long? Int64(long? value) => _next++ == _at ? VisitInt64(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ulong? UInt64(ulong? value) => _next++ == _at ? VisitUInt64(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public float? Single(float? value) => _next++ == _at ? VisitSingle(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public double? Double(double? value) => _next++ == _at ? VisitDouble(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public decimal? Decimal(decimal? value) => _next++ == _at ? VisitDecimal(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public DateTimeOffset? Timestamp(DateTimeOffset? value) => _next++ == _at ? VisitTimestamp(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public DateOnly? Date(DateOnly? value) => _next++ == _at ? VisitDate(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public Guid? Uuid(Guid? value) => _next++ == _at ? VisitUuid(value) : value;

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ReadOnlyMemory<byte>? Bytes(ReadOnlyMemory<byte>? value) => _next++ == _at ? VisitBytes(value) : value;

    /// <summary>Reads or writes the next member, which is there whatever its value.</summary>
    /// <param name="value">The value to write.</param>
    /// <returns>The value.</returns>
    public JsonValue Any(JsonValue value) => _next++ == _at ? VisitAny(value) : value;

    private string? VisitString(string? value)
    {
        if (_writer is null)
        {
            Advance(JsonRead.Try(ref Scanner, out value));
        }
        else
        {
            _writer.Add(value, JsonContracts.String);
            _at = _next;
        }

        return value;
    }

    private bool? VisitBoolean(bool? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryBoolean(ref Scanner, out bool read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Boolean);
        _at = _next;
        return value;
    }

    private sbyte? VisitSByte(sbyte? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TrySByte(ref Scanner, out sbyte read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.SByte);
        _at = _next;
        return value;
    }

    private byte? VisitByte(byte? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryByte(ref Scanner, out byte read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Byte);
        _at = _next;
        return value;
    }

    private short? VisitInt16(short? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryInt16(ref Scanner, out short read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Int16);
        _at = _next;
        return value;
    }

    private ushort? VisitUInt16(ushort? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryUInt16(ref Scanner, out ushort read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.UInt16);
        _at = _next;
        return value;
    }

    private int? VisitInt32(int? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryInt32(ref Scanner, out int read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Int32);
        _at = _next;
        return value;
    }

    private uint? VisitUInt32(uint? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryUInt32(ref Scanner, out uint read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.UInt32);
        _at = _next;
        return value;
    }

    private long? VisitInt64(long? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryInt64(ref Scanner, out long read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Int64);
        _at = _next;
        return value;
    }

    private ulong? VisitUInt64(ulong? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryUInt64(ref Scanner, out ulong read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.UInt64);
        _at = _next;
        return value;
    }

    private float? VisitSingle(float? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TrySingle(ref Scanner, out float read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Single);
        _at = _next;
        return value;
    }

    private double? VisitDouble(double? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryDouble(ref Scanner, out double read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Double);
        _at = _next;
        return value;
    }

    private decimal? VisitDecimal(decimal? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryDecimal(ref Scanner, out decimal read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Decimal);
        _at = _next;
        return value;
    }

    private DateTimeOffset? VisitTimestamp(DateTimeOffset? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryTimestamp(ref Scanner, out DateTimeOffset read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Timestamp);
        _at = _next;
        return value;
    }

    private DateOnly? VisitDate(DateOnly? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryDate(ref Scanner, out DateOnly read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Date);
        _at = _next;
        return value;
    }

    private Guid? VisitUuid(Guid? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryUuid(ref Scanner, out Guid read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Uuid);
        _at = _next;
        return value;
    }

    private ReadOnlyMemory<byte>? VisitBytes(ReadOnlyMemory<byte>? value)
    {
        if (_writer is null)
        {
            bool isRead = JsonRead.TryBytes(ref Scanner, out ReadOnlyMemory<byte> read);
            Advance(isRead);
            return read;
        }

        _writer.AddStruct(value, JsonContracts.Bytes);
        _at = _next;
        return value;
    }

    private JsonValue VisitAny(JsonValue value)
    {
        if (_writer is null)
        {
            Advance(JsonRead.Try(ref Scanner, out value));
        }
        else
        {
            _writer.Any(value);
            _at = _next;
        }

        return value;
    }
}
