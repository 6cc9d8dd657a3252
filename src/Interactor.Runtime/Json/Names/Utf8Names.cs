using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Interactor.Runtime.Json.Names;

/// <summary>A fixed set of texts, numbered in their order, that UTF-8 bytes are looked up in without decoding them.</summary>
internal sealed class Utf8Names
{
    private readonly Entry[] _entries;

    // Open addressing: the number of a text plus one; 0 is free. A power of two and at most a quarter full, so that a text that is none of them mostly ends at once.
    private readonly int[] _slots;

    public Utf8Names(string[] texts)
        : this(Array.ConvertAll(texts, Encoding.UTF8.GetBytes))
    {
    }

    /// <param name="texts">The texts, all different.</param>
    public Utf8Names(byte[][] texts)
    {
        _entries = new Entry[texts.Length];
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2(((uint)texts.Length * 4) + 1)];
        for (int i = 0; i < texts.Length; i++)
        {
            byte[] utf8 = texts[i];
            _entries[i] = new(Head(utf8), Tail(utf8), utf8.Length, utf8);
            int slot = SlotOf(_entries[i].Head, _entries[i].Tail, utf8.Length);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i + 1;
        }
    }

    public int Count => _entries.Length;

    /// <summary>The number of a text.</summary>
    /// <returns>-1 when the set does not have it.</returns>
    public int Find(scoped ReadOnlySpan<byte> utf8) => Find(utf8, Head(utf8), Tail(utf8));

    private int Find(scoped ReadOnlySpan<byte> utf8, ulong head, ulong tail)
    {
        int[] slots = _slots;
        int slot = SlotOf(head, tail, utf8.Length);
        while (slots[slot] is > 0 and int number)
        {
            if (_entries[number - 1].Is(head, tail, utf8))
            {
                return number - 1;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        return -1;
    }

    private int SlotOf(ulong head, ulong tail, int length) =>
        (int)(((head ^ BitOperations.RotateLeft(tail, 29) ^ ((ulong)length << 48)) * 0x9E3779B97F4A7C15) >> 40) & (_slots.Length - 1);

    // The first eight bytes; of a shorter text all of them, in an order that its length makes unambiguous.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Head(scoped ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(utf8);
        }

        if (utf8.Length >= 4)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(utf8) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..]) << 32);
        }

        return utf8.IsEmpty ? 0 : utf8[0] | ((ulong)utf8[utf8.Length >> 1] << 8) | ((ulong)utf8[^1] << 16);
    }

    // The last eight bytes of a text that is longer than its head.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Tail(scoped ReadOnlySpan<byte> utf8) =>
        utf8.Length > 8 ? BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]) : 0;

    private readonly record struct Entry(ulong Head, ulong Tail, int Length, byte[] Utf8)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Is(ulong head, ulong tail, scoped ReadOnlySpan<byte> utf8) =>
            Head == head && Tail == tail && Length == utf8.Length && (utf8.Length <= 16 || utf8.SequenceEqual(Utf8));
    }
}
