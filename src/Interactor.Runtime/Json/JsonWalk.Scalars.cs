using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json;

// The types of values that JSON or its formats have.
public ref partial struct JsonWalk
{
    /// <summary>Reads or writes the next member.</summary>
    /// <param name="value">The text to write; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The text; null where it is absent.</returns>
    public string? Do(string? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public bool? Do(bool? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public sbyte? Do(sbyte? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public byte? Do(byte? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public short? Do(short? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public ushort? Do(ushort? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public int? Do(int? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public uint? Do(uint? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public long? Do(long? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public ulong? Do(ulong? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public float? Do(float? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public double? Do(double? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public decimal? Do(decimal? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public DateTimeOffset? Do(DateTimeOffset? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public DateOnly? Do(DateOnly? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public Guid? Do(Guid? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public ReadOnlyMemory<byte>? Do(ReadOnlyMemory<byte>? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
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
    public JsonValue Do(JsonValue value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Add(value, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.Try(ref _scanner, out value);
        }

        return value;
    }
}
