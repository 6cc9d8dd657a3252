using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary><c>uniqueItems</c> (validation, section 6.4.3) in linear time: by hash first, by value where hashes meet.</summary>
internal static class UniqueItems
{
    private const int OnStack = 32;

    /// <param name="array">A well-formed array as it stands.</param>
    public static bool Differ(ReadOnlySpan<byte> array)
    {
        Item[]? rented = null;
        Span<Item> items = stackalloc Item[OnStack];
        int count = 0;
        JsonScanner scanner = new(array, int.MaxValue);
        scanner.TryBeginArray();
        while (scanner.NextItem())
        {
            if (count == items.Length)
            {
                Item[] larger = ArrayPool<Item>.Shared.Rent(count * 2);
                items.CopyTo(larger);
                Return(rented);
                items = rented = larger;
            }

            int start = scanner.Position;
            int hash = ValueHash.Of(ref scanner);
            items[count++] = new(hash, start, scanner.Position);
        }

        bool areUnique = Differ(array, items[..count]);
        Return(rented);
        return areUnique;
    }

    private static bool Differ(ReadOnlySpan<byte> array, scoped ReadOnlySpan<Item> items)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(items.Length * 2) + 2);
        int[]? rented = null;
        Span<int> slots = size <= OnStack * 4 ? stackalloc int[OnStack * 4] : rented = ArrayPool<int>.Shared.Rent(size);
        slots[..size].Fill(-1);
        bool areUnique = true;
        for (int i = 0; i < items.Length && areUnique; i++)
        {
            int slot = items[i].Hash & (size - 1);
            while (slots[slot] >= 0 && areUnique)
            {
                areUnique = !AreEqual(array, items[i], items[slots[slot]]);
                slot = (slot + 1) & (size - 1);
            }

            slots[slot] = i;
        }

        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return areUnique;
    }

    private static bool AreEqual(ReadOnlySpan<byte> array, Item left, Item right) =>
        left.Hash == right.Hash && ValueEquality.AreEqual(array[left.Start..left.End], array[right.Start..right.End]);

    private static void Return(Item[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<Item>.Shared.Return(rented);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Item(int Hash, int Start, int End);
}
