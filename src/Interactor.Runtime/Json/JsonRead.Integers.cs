using System.Numerics;

namespace Interactor.Runtime.Json;

// Integers of less common widths; 1.0 and 1e2 are integers (JSON Schema 2020-12 validation, section 6.1.1).
public static partial class JsonRead
{
    /// <summary>Reads an integer of 8 bits.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TrySByte(ref JsonScanner scanner, out sbyte value) => TryNarrow(ref scanner, out value);

    /// <summary>Reads an integer of 8 bits without a sign.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryByte(ref JsonScanner scanner, out byte value) => TryNarrow(ref scanner, out value);

    /// <summary>Reads an integer of 16 bits.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryInt16(ref JsonScanner scanner, out short value) => TryNarrow(ref scanner, out value);

    /// <summary>Reads an integer of 16 bits without a sign.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryUInt16(ref JsonScanner scanner, out ushort value) => TryNarrow(ref scanner, out value);

    /// <summary>Reads an integer of 32 bits without a sign.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryUInt32(ref JsonScanner scanner, out uint value) => TryNarrow(ref scanner, out value);

    /// <summary>Reads an integer of 64 bits without a sign.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="value">The number, when the answer is true.</param>
    /// <returns>False for anything but a number that is an integer in range.</returns>
    public static bool TryUInt64(ref JsonScanner scanner, out ulong value)
    {
        int start = scanner.Position;
        bool isRead = TryDecimal(ref scanner, out decimal number) && decimal.IsInteger(number) && number is >= ulong.MinValue and <= ulong.MaxValue;
        value = isRead ? (ulong)number : 0;
        return isRead || scanner.BackTo(start);
    }

    private static bool TryNarrow<T>(ref JsonScanner scanner, out T value)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        int start = scanner.Position;
        bool isRead = TryInt64(ref scanner, out long number) && number >= long.CreateChecked(T.MinValue) && number <= long.CreateChecked(T.MaxValue);
        value = isRead ? T.CreateTruncating(number) : T.Zero;
        return isRead || scanner.BackTo(start);
    }
}
