using System.Text.Json;

namespace Interactor.Runtime.Json;

// Integers of less common widths.
public static partial class JsonEmit
{
    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void SByte(Utf8JsonWriter writer, sbyte value) => writer.WriteNumberValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void Byte(Utf8JsonWriter writer, byte value) => writer.WriteNumberValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void Int16(Utf8JsonWriter writer, short value) => writer.WriteNumberValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void UInt16(Utf8JsonWriter writer, ushort value) => writer.WriteNumberValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void UInt32(Utf8JsonWriter writer, uint value) => writer.WriteNumberValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The number.</param>
    public static void UInt64(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);
}
