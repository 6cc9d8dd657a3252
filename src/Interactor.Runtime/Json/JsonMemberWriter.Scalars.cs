namespace Interactor.Runtime.Json;

// The types of values that JSON or its formats have.
public partial struct JsonMemberWriter
{
    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The text; null where it is absent.</param>
    /// <exception cref="JsonContractException">It has to be there.</exception>
    public void Add(string? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.String(_writer, value!);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(bool? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Boolean(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(sbyte? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.SByte(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(byte? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Byte(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(short? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Int16(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(ushort? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.UInt16(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(int? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Int32(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(uint? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.UInt32(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(long? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Int64(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(ulong? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.UInt64(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(float? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Single(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(double? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Double(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(decimal? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Decimal(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(DateTimeOffset? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Timestamp(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(DateOnly? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Date(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(Guid? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Uuid(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, unless it is absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public void Add(ReadOnlyMemory<byte>? value)
    {
        if (Begin(value is not null))
        {
            JsonEmit.Bytes(_writer, value!.Value);
        }
    }

    /// <summary>Writes the next member, whatever its value.</summary>
    /// <param name="value">The value.</param>
    public void Add(JsonValue value)
    {
        Begin(isThere: true);
        JsonEmit.Any(_writer, value);
    }
}
