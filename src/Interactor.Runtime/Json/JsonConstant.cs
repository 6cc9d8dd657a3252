using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>Reads values that can only be one (<c>const</c>).</summary>
public static class JsonConstant
{
    /// <summary>Reads a string.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="utf8">The text that it must be.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(ref JsonScanner scanner, ReadOnlySpan<byte> utf8) =>
        scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped) && (isEscaped ? StringToken.AreEqual(raw, utf8) : raw.SequenceEqual(utf8));

    /// <summary>Reads an integer, however it is written: 1.0 and 10e-1 are 1.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="number">The number that it must be.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(ref JsonScanner scanner, long number) => JsonRead.TryInt64(ref scanner, out long read) && read == number;

    /// <summary>Reads true or false.</summary>
    /// <param name="scanner">A scanner at the value.</param>
    /// <param name="boolean">Which of the two it must be.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(ref JsonScanner scanner, bool boolean) => JsonRead.TryBoolean(ref scanner, out bool read) && read == boolean;
}
