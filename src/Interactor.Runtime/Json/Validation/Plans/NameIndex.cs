using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Finds what belongs to a member name: one hash of its length and ends, one comparison.</summary>
internal sealed class NameIndex<T>
    where T : class
{
    private readonly Slot[] _slots;

    private readonly Slot[] _inOrder;

    private readonly int _mask;

    /// <param name="entries">Names without escapes, all different, and what belongs to each.</param>
    public NameIndex(List<KeyValuePair<byte[], T>> entries)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, entries.Count * 4));
        _slots = new Slot[size];
        _inOrder = new Slot[entries.Count];
        _mask = size - 1;
        int order = 0;
        foreach ((byte[] utf8, T value) in entries)
        {
            ulong head = Head(utf8);
            int at = Place(head, utf8);
            while (_slots[at].Value is not null)
            {
                at = (at + 1) & _mask;
            }

            _slots[at] = _inOrder[order] = new(head, utf8, value, order);
            order++;
        }
    }

    public T? Find(scoped ReadOnlySpan<byte> utf8)
    {
        int expected = 0;
        return Find(utf8, ref expected);
    }

    /// <summary>Finds what belongs to a name where names mostly come in the order of the entries.</summary>
    /// <param name="utf8">The name.</param>
    /// <param name="expected">The place of the entry that is looked at first; afterwards of the one behind the one found.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Find(scoped ReadOnlySpan<byte> utf8, ref int expected)
    {
        ulong head = Head(utf8);
        if ((uint)expected < (uint)_inOrder.Length && Matches(in _inOrder[expected], head, utf8))
        {
            return _inOrder[expected++].Value;
        }

        return FindAnywhere(head, utf8, ref expected);
    }

    private T? FindAnywhere(ulong head, scoped ReadOnlySpan<byte> utf8, ref int expected)
    {
        for (int at = Place(head, utf8); ; at = (at + 1) & _mask)
        {
            ref readonly Slot slot = ref _slots[at];
            if (slot.Value is null)
            {
                return null;
            }

            if (Matches(in slot, head, utf8))
            {
                expected = slot.Order + 1;
                return slot.Value;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Matches(in Slot slot, ulong head, scoped ReadOnlySpan<byte> utf8) =>
        slot.Head == head && slot.Name.Length == utf8.Length && (utf8.Length <= 8 || slot.Name.AsSpan(8).SequenceEqual(utf8[8..]));

    // The first eight bytes; of shorter names all of them, in a form that differs wherever the names of one length do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Head(scoped ReadOnlySpan<byte> utf8)
    {
        ref byte start = ref MemoryMarshal.GetReference(utf8);
        int length = utf8.Length;
        if (length >= 8)
        {
            return Unsafe.ReadUnaligned<ulong>(ref start);
        }

        if (length >= 4)
        {
            return Unsafe.ReadUnaligned<uint>(ref start) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4)) << 32);
        }

        return length == 0 ? 0 : start | ((uint)Unsafe.Add(ref start, length >> 1) << 8) | ((uint)Unsafe.Add(ref start, length - 1) << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(ulong head, scoped ReadOnlySpan<byte> utf8)
    {
        ulong tail = utf8.Length > 8 ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(utf8), utf8.Length - 8)) : 0;
        ulong hash = (head ^ (tail * 31) ^ (uint)utf8.Length) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 40) & _mask;
    }

    private readonly record struct Slot(ulong Head, byte[] Name, T Value, int Order);
}
