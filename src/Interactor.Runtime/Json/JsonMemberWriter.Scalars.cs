using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json;

// The types of values that JSON or its formats have.
public partial struct JsonMemberWriter
{
    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The text; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void String(string? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.String(_writer, value!);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Boolean(bool? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Boolean(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void SByte(sbyte? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.SByte(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Byte(byte? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Byte(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Int16(short? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Int16(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void UInt16(ushort? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.UInt16(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Int32(int? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Int32(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void UInt32(uint? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.UInt32(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Int64(long? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Int64(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void UInt64(ulong? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.UInt64(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Single(float? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Single(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Double(double? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Double(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Decimal(decimal? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Decimal(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Timestamp(DateTimeOffset? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Timestamp(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Date(DateOnly? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Date(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Uuid(Guid? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Uuid(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Bytes(ReadOnlyMemory<byte>? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(value is not null))
        {
            JsonEmit.Bytes(_writer, value!.Value);
        }
        else
        {
            Print(value, name);
        }
    }

    /// <summary>Writes the next member, whatever its value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Any(JsonValue value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (Begin(isThere: true))
        {
            JsonEmit.Any(_writer, value);
        }
        else
        {
            Print(value, name);
        }
    }
}
