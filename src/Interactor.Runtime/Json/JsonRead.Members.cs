using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>Readers of the members of generated records: the type of the variable says what is read, and one that may be null is null until it is read.</summary>
public static partial class JsonRead
{
    /// <inheritdoc cref="TryString"/>
    public static bool Try(ref JsonScanner scanner, [MaybeNullWhen(false)] out string value) => TryString(ref scanner, out value);

    /// <inheritdoc cref="TryBoolean"/>
    public static bool Try(ref JsonScanner scanner, out bool value) => TryBoolean(ref scanner, out value);

    /// <inheritdoc cref="TryBoolean"/>
    public static bool Try(ref JsonScanner scanner, out bool? value)
    {
        bool isRead = TryBoolean(ref scanner, out bool read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TrySByte"/>
    public static bool Try(ref JsonScanner scanner, out sbyte value) => TrySByte(ref scanner, out value);

    /// <inheritdoc cref="TrySByte"/>
    public static bool Try(ref JsonScanner scanner, out sbyte? value)
    {
        bool isRead = TrySByte(ref scanner, out sbyte read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryByte"/>
    public static bool Try(ref JsonScanner scanner, out byte value) => TryByte(ref scanner, out value);

    /// <inheritdoc cref="TryByte"/>
    public static bool Try(ref JsonScanner scanner, out byte? value)
    {
        bool isRead = TryByte(ref scanner, out byte read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryInt16"/>
    public static bool Try(ref JsonScanner scanner, out short value) => TryInt16(ref scanner, out value);

    /// <inheritdoc cref="TryInt16"/>
    public static bool Try(ref JsonScanner scanner, out short? value)
    {
        bool isRead = TryInt16(ref scanner, out short read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryUInt16"/>
    public static bool Try(ref JsonScanner scanner, out ushort value) => TryUInt16(ref scanner, out value);

    /// <inheritdoc cref="TryUInt16"/>
    public static bool Try(ref JsonScanner scanner, out ushort? value)
    {
        bool isRead = TryUInt16(ref scanner, out ushort read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryInt32"/>
    public static bool Try(ref JsonScanner scanner, out int value) => TryInt32(ref scanner, out value);

    /// <inheritdoc cref="TryInt32"/>
    public static bool Try(ref JsonScanner scanner, out int? value)
    {
        bool isRead = TryInt32(ref scanner, out int read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryUInt32"/>
    public static bool Try(ref JsonScanner scanner, out uint value) => TryUInt32(ref scanner, out value);

    /// <inheritdoc cref="TryUInt32"/>
    public static bool Try(ref JsonScanner scanner, out uint? value)
    {
        bool isRead = TryUInt32(ref scanner, out uint read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryInt64"/>
    public static bool Try(ref JsonScanner scanner, out long value) => TryInt64(ref scanner, out value);

    /// <inheritdoc cref="TryInt64"/>
    public static bool Try(ref JsonScanner scanner, out long? value)
    {
        bool isRead = TryInt64(ref scanner, out long read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryUInt64"/>
    public static bool Try(ref JsonScanner scanner, out ulong value) => TryUInt64(ref scanner, out value);

    /// <inheritdoc cref="TryUInt64"/>
    public static bool Try(ref JsonScanner scanner, out ulong? value)
    {
        bool isRead = TryUInt64(ref scanner, out ulong read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TrySingle"/>
    public static bool Try(ref JsonScanner scanner, out float value) => TrySingle(ref scanner, out value);

    /// <inheritdoc cref="TrySingle"/>
    public static bool Try(ref JsonScanner scanner, out float? value)
    {
        bool isRead = TrySingle(ref scanner, out float read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryDouble"/>
    public static bool Try(ref JsonScanner scanner, out double value) => TryDouble(ref scanner, out value);

    /// <inheritdoc cref="TryDouble"/>
    public static bool Try(ref JsonScanner scanner, out double? value)
    {
        bool isRead = TryDouble(ref scanner, out double read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryDecimal"/>
    public static bool Try(ref JsonScanner scanner, out decimal value) => TryDecimal(ref scanner, out value);

    /// <inheritdoc cref="TryDecimal"/>
    public static bool Try(ref JsonScanner scanner, out decimal? value)
    {
        bool isRead = TryDecimal(ref scanner, out decimal read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryTimestamp"/>
    public static bool Try(ref JsonScanner scanner, out DateTimeOffset value) => TryTimestamp(ref scanner, out value);

    /// <inheritdoc cref="TryTimestamp"/>
    public static bool Try(ref JsonScanner scanner, out DateTimeOffset? value)
    {
        bool isRead = TryTimestamp(ref scanner, out DateTimeOffset read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryDate"/>
    public static bool Try(ref JsonScanner scanner, out DateOnly value) => TryDate(ref scanner, out value);

    /// <inheritdoc cref="TryDate"/>
    public static bool Try(ref JsonScanner scanner, out DateOnly? value)
    {
        bool isRead = TryDate(ref scanner, out DateOnly read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryUuid"/>
    public static bool Try(ref JsonScanner scanner, out Guid value) => TryUuid(ref scanner, out value);

    /// <inheritdoc cref="TryUuid"/>
    public static bool Try(ref JsonScanner scanner, out Guid? value)
    {
        bool isRead = TryUuid(ref scanner, out Guid read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryBinary"/>
    public static bool Try(ref JsonScanner scanner, [NotNullWhen(true)] out BinaryContent? value) => TryBinary(ref scanner, out value);

    /// <inheritdoc cref="TryBytes"/>
    public static bool Try(ref JsonScanner scanner, out ReadOnlyMemory<byte> value) => TryBytes(ref scanner, out value);

    /// <inheritdoc cref="TryBytes"/>
    public static bool Try(ref JsonScanner scanner, out ReadOnlyMemory<byte>? value)
    {
        bool isRead = TryBytes(ref scanner, out ReadOnlyMemory<byte> read);
        value = read;
        return isRead;
    }

    /// <inheritdoc cref="TryAny"/>
    public static bool Try(ref JsonScanner scanner, out JsonValue value) => TryAny(ref scanner, out value);
}
