using System.Runtime.InteropServices;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>Hashes of text that nobody outside the process can foresee, so that no sender can make many texts meet.</summary>
internal static class TextHash
{
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    public static int Of(ReadOnlySpan<byte> text)
    {
        TryOfPlain(text, out int hash);
        return hash;
    }

    /// <summary>The hash of text as it stands in a document.</summary>
    /// <returns>False when it holds a backslash, so that its bytes are not its value.</returns>
    public static bool TryOfPlain(ReadOnlySpan<byte> text, out int result)
    {
        ulong hash = Seed ^ (ulong)text.Length;
        ulong backslashes = 0;
        ulong word;
        while (text.Length > sizeof(ulong))
        {
            word = MemoryMarshal.Read<ulong>(text);
            backslashes |= Backslashes(word);
            hash = Mix(hash ^ word, Seed);

            // The last word overlaps the one before, so that no byte is looked at alone.
            text = text.Length > 2 * sizeof(ulong) ? text[sizeof(ulong)..] : text[^sizeof(ulong)..];
        }

        word = Word(text);
        hash = Mix(hash ^ word, Seed ^ 0x9E3779B97F4A7C15);
        result = (int)(hash ^ (hash >> 32));
        return (backslashes | Backslashes(word)) == 0;
    }

    // Not zero where a byte is a backslash, and only there.
    private static ulong Backslashes(ulong word)
    {
        word ^= 0x5C5C5C5C5C5C5C5C;
        return (word - 0x0101010101010101) & ~word & 0x8080808080808080;
    }

    // Up to eight bytes, in a form that differs wherever texts of one length do.
    private static ulong Word(ReadOnlySpan<byte> text) => text.Length switch
    {
        sizeof(ulong) => MemoryMarshal.Read<ulong>(text),
        >= sizeof(uint) => MemoryMarshal.Read<uint>(text) | ((ulong)MemoryMarshal.Read<uint>(text[^sizeof(uint)..]) << 32),
        > 0 => text[0] | ((ulong)text[text.Length >> 1] << 8) | ((ulong)text[^1] << 16),
        _ => 0,
    };

    // Both halves of the product, so that every bit counts.
    private static ulong Mix(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }
}
