using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json;

// The types of values that JSON or its formats have.
public ref partial struct JsonWalk
{
    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The text to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The text; null where it is absent.</returns>
    public string? String(string? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.String(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public bool? Boolean(bool? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Boolean(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public sbyte? SByte(sbyte? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.SByte(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public byte? Byte(byte? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Byte(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public short? Int16(short? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Int16(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ushort? UInt16(ushort? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.UInt16(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public int? Int32(int? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Int32(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public uint? UInt32(uint? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.UInt32(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public long? Int64(long? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Int64(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ulong? UInt64(ulong? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.UInt64(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public float? Single(float? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Single(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public double? Double(double? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Double(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public decimal? Decimal(decimal? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Decimal(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public DateTimeOffset? Timestamp(DateTimeOffset? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Timestamp(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public DateOnly? Date(DateOnly? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Date(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public Guid? Uuid(Guid? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Uuid(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public ReadOnlyMemory<byte>? Bytes(ReadOnlyMemory<byte>? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Bytes(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which is there whatever its value.</summary>
    /// <param name="value">The value to write.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value.</returns>
    public JsonValue Any(JsonValue value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Any(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }
}
