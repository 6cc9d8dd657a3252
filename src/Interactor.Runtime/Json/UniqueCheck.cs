using System.Buffers;

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

    // Open addressing, at most half full: in a slot the number of an item plus one.
    private static bool AreUniqueMany<T>(IReadOnlyList<T> items, int count)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2);
        int[] slots = ArrayPool<int>.Shared.Rent(size);
        int[] hashes = ArrayPool<int>.Shared.Rent(count);
        slots.AsSpan(0, size).Clear();
        bool isUnique = true;
        for (int i = 0; i < count && isUnique; i++)
        {
            T item = items[i];
            int hash = item is null ? 0 : EqualityComparer<T>.Default.GetHashCode(item);
            hashes[i] = hash;
            int slot = (int)((uint)hash * 0x9E3779B9 >> 7) & (size - 1);
            while (isUnique && slots[slot] is > 0 and int other)
            {
                isUnique = hashes[other - 1] != hash || !EqualityComparer<T>.Default.Equals(items[other - 1], item);
                slot = (slot + 1) & (size - 1);
            }

            slots[slot] = i + 1;
        }

        ArrayPool<int>.Shared.Return(slots);
        ArrayPool<int>.Shared.Return(hashes);
        return isUnique;
    }
}
