using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Finds what belongs to a member name: one hash of its length and ends, one comparison.</summary>
internal sealed class NameIndex<T>
    where T : class
{
    private readonly Slot[] _slots;

    private readonly int _mask;

    /// <param name="entries">Names without escapes, all different, and what belongs to each.</param>
    public NameIndex(IReadOnlyCollection<KeyValuePair<byte[], T>> entries)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, entries.Count * 4));
        _slots = new Slot[size];
        _mask = size - 1;
        foreach ((byte[] utf8, T value) in entries)
        {
            ulong head = Head(utf8);
            int at = Place(head, utf8);
            while (_slots[at].Value is not null)
            {
                at = (at + 1) & _mask;
            }

            _slots[at] = new(head, utf8, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Find(scoped ReadOnlySpan<byte> utf8)
    {
        ulong head = Head(utf8);
        for (int at = Place(head, utf8); ; at = (at + 1) & _mask)
        {
            ref readonly Slot slot = ref _slots[at];
            if (slot.Value is null)
            {
                return null;
            }

            if (slot.Head == head && slot.Name.Length == utf8.Length && (utf8.Length <= 8 || slot.Name.AsSpan(8).SequenceEqual(utf8[8..])))
            {
                return slot.Value;
            }
        }
    }

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

    private readonly record struct Slot(ulong Head, byte[] Name, T Value);
}
