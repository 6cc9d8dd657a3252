using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json;

/// <summary>Finds equal items in time linear in their number and without allocating.</summary>
internal static class UniqueCheck
{
    private const int Few = 8;

    public static bool AreUnique<T>(IReadOnlyList<T> items)
    {
        int count = items.Count;
        return count <= Few ? AreUniqueFew(items, count) : AreUniqueMany(items, count);
    }

    private static bool AreUniqueFew<T>(IReadOnlyList<T> items, int count)
    {
        for (int i = 1; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (EqualityComparer<T>.Default.Equals(items[i], items[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Open addressing, at most half full: a word for each item, its hash above and its number plus one below. 0 is free.
    private static bool AreUniqueMany<T>(IReadOnlyList<T> items, int count)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);
        ulong[] slots = ArrayPool<ulong>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        bool isUnique = true;
        for (int i = 0; i < count && isUnique; i++)
        {
            T item = items[i];
            ulong hash = (uint)HashOf(item);
            int at = (int)hash & (size - 1);
            for (; isUnique && slots[at] != 0; at = (at + 1) & (size - 1))
            {
                isUnique = slots[at] >> 32 != hash || !EqualityComparer<T>.Default.Equals(items[(int)(uint)slots[at] - 1], item);
            }

            slots[at] = (hash << 32) | (uint)(i + 1);
        }

        ArrayPool<ulong>.Shared.Return(slots);
        return isUnique;
    }

    // Whoever sends the items must not choose which hashes meet.
    private static int HashOf<T>(T item) => item switch
    {
        null => 0,
        string text => TextHash.Of(MemoryMarshal.AsBytes(text.AsSpan())),
        long number => TextHash.Of(number, 0),
        ulong number => TextHash.Of((long)number, 0),
        _ => TextHash.Of(item.GetHashCode(), 0),
    };
}
