using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json;

// The types of values that JSON or its formats have.
public partial struct JsonMemberWriter
{
    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The text; null where it is absent.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Add(string? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(bool? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(sbyte? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(byte? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(short? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(ushort? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(int? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(uint? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(long? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(ulong? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(float? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(double? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(decimal? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(DateTimeOffset? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(DateOnly? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(Guid? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(ReadOnlyMemory<byte>? value, [CallerArgumentExpression(nameof(value))] string name = "")
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
    public void Add(JsonValue value, [CallerArgumentExpression(nameof(value))] string name = "")
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
