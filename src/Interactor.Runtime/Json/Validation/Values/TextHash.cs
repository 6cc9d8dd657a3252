using System.Runtime.InteropServices;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>Hashes of text that nobody outside the process can foresee, so that no sender can make many texts meet.</summary>
internal static class TextHash
{
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    public static int Of(ReadOnlySpan<byte> text)
    {
        ulong hash = Seed ^ (ulong)text.Length;
        while (text.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(text), Seed);
            text = text[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (int i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (8 * i);
        }

        hash = Mix(hash ^ rest, Seed ^ 0x9E3779B97F4A7C15);
        return (int)(hash ^ (hash >> 32));
    }

    // Both halves of the product, so that every bit counts.
    private static ulong Mix(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }
}
