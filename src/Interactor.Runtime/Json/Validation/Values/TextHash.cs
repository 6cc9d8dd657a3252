using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>Hashes of text that nobody outside the process can foresee, so that no sender can make many texts meet.</summary>
internal static class TextHash
{
    private static readonly ulong FirstSeed = (ulong)Random.Shared.NextInt64() | 1;

    private static readonly ulong SecondSeed = (ulong)Random.Shared.NextInt64() << 1;

    public static int Of(ReadOnlySpan<byte> text)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        ulong hash = FirstSeed ^ (uint)text.Length;
        int left = text.Length;
        for (; left > 4 * sizeof(ulong); left -= 2 * sizeof(ulong))
        {
            hash = Mix(Word(ref start, 0) ^ hash, Word(ref start, sizeof(ulong)) ^ SecondSeed);
            start = ref Unsafe.Add(ref start, 2 * sizeof(ulong));
        }

        // The last words overlap those before, so that no byte is looked at alone.
        return Fold(left switch
        {
            > 2 * sizeof(ulong) => Mix(Word(ref start, 0) ^ hash, Word(ref start, sizeof(ulong)) ^ SecondSeed)
                ^ Mix(Word(ref start, left - (2 * sizeof(ulong))) ^ ~hash, Word(ref start, left - sizeof(ulong)) ^ ~SecondSeed),
            >= sizeof(ulong) => Mix(Word(ref start, 0) ^ hash, Word(ref start, left - sizeof(ulong)) ^ SecondSeed),
            _ => Mix(Few(text) ^ hash, SecondSeed),
        });
    }

    /// <summary>The hash of two numbers.</summary>
    public static int Of(long first, long second) => Fold(Mix((ulong)first ^ FirstSeed, (ulong)second ^ SecondSeed));

    private static ulong Word(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));

    // Fewer than eight bytes, in a form that differs wherever texts of one length do.
    private static ulong Few(ReadOnlySpan<byte> text) => text.Length switch
    {
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

    private static int Fold(ulong hash) => (int)(hash ^ (hash >> 32));
}
