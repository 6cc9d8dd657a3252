using System.Buffers;
using System.Numerics;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary><c>uniqueItems</c> (validation, section 6.4.3) in linear time: by hash first, by value where hashes meet.</summary>
internal ref struct UniqueTable
{
    /// <summary>How many words to offer it; longer arrays rent.</summary>
    public const int WordsOnStack = 64;

    // A word for each item: its hash above, its offset and one below. 0 is free.
    private Span<ulong> _slots;

    private ulong[]? _rented;

    private int _count;

    /// <param name="slots">Memory to begin with, all zero; a power of two.</param>
    public UniqueTable(Span<ulong> slots) => _slots = slots;

    /// <summary>Adds an item.</summary>
    /// <param name="text">The text that holds all items.</param>
    /// <param name="start">The offset of the item.</param>
    /// <param name="end">The offset behind it.</param>
    /// <param name="rest">How many bytes follow, which tells how many items may come.</param>
    /// <returns>False when there is an equal one.</returns>
    public bool Add(ReadOnlySpan<byte> text, int start, int end, int rest) => Add(text, start, end, rest, HashOf(text[start..end]));

    /// <summary>Adds an item whose hash is known.</summary>
    public bool Add(ReadOnlySpan<byte> text, int start, int end, int rest, int itemHash)
    {
        if (_count * 2L >= _slots.Length)
        {
            Grow((long)_count * rest / end);
        }

        ulong hash = (uint)itemHash;
        int mask = _slots.Length - 1;
        int at = (int)hash & mask;
        for (; _slots[at] != 0; at = (at + 1) & mask)
        {
            if (_slots[at] >> 32 == hash && ValueEquality.AreEqual(text[start..end], text[((int)(uint)_slots[at] - 1)..]))
            {
                return false;
            }
        }

        _slots[at] = (hash << 32) | (uint)(start + 1);
        _count++;
        return true;
    }

    public readonly void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(_rented);
        }
    }

    // Most items are strings without escapes, whose bytes are their value.
    private static int HashOf(ReadOnlySpan<byte> item)
    {
        if (item[0] == '"' && !item.Contains((byte)'\\'))
        {
            return TextHash.Of(item[1..^1]);
        }

        JsonScanner scanner = new(item, int.MaxValue);
        return ValueHash.Of(ref scanner);
    }

    // At once to the size that the items to come will need if they are as long as those before, within reason.
    private void Grow(long expected)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(expected * 2, _slots.Length * 2L, Math.Max(_slots.Length * 2L, 1 << 20)));
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(size);
        Span<ulong> larger = rented.AsSpan(0, size);
        larger.Clear();
        foreach (ulong slot in _slots)
        {
            if (slot != 0)
            {
                int at = (int)(slot >> 32) & (size - 1);
                while (larger[at] != 0)
                {
                    at = (at + 1) & (size - 1);
                }

                larger[at] = slot;
            }
        }

        Dispose();
        _rented = rented;
        _slots = larger;
    }
}
