using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json;

/// <summary>Reads arrays. Items gather on the stack and in pooled memory, so that nothing is allocated but the list itself, in its size.</summary>
internal static class JsonListReader
{
    public static bool TryRead<T>(ref JsonScanner scanner, JsonTryRead<T> read, [MaybeNullWhen(false)] out T[] value)
    {
        value = null;
        if (!scanner.TryBeginArray())
        {
            return false;
        }

        Few<T> few = default;
        int count = 0;
        while (scanner.NextItem())
        {
            if (count == Few<T>.Length)
            {
                return TryReadMany(ref scanner, read, few, out value);
            }

            if (!read(ref scanner, out T? item))
            {
                return false;
            }

            few[count++] = item;
        }

        value = ((ReadOnlySpan<T>)few)[..count].ToArray();
        return !scanner.IsMalformed;
    }

    // At the first item that has no place on the stack.
    private static bool TryReadMany<T>(ref JsonScanner scanner, JsonTryRead<T> read, scoped ReadOnlySpan<T> start, [MaybeNullWhen(false)] out T[] value)
    {
        value = null;
        T[] items = ArrayPool<T>.Shared.Rent(Few<T>.Length * 4);
        start.CopyTo(items);
        int count = start.Length;
        bool isRead;
        do
        {
            isRead = read(ref scanner, out T? item);
            if (count == items.Length)
            {
                T[] larger = ArrayPool<T>.Shared.Rent(count * 2);
                items.CopyTo(larger, 0);
                Return(items, count);
                items = larger;
            }

            items[count++] = item!;
        }
        while (isRead && scanner.NextItem());

        isRead &= !scanner.IsMalformed;
        value = isRead ? items.AsSpan(0, count).ToArray() : null;
        Return(items, count);
        return isRead;
    }

    private static void Return<T>(T[] items, int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            items.AsSpan(0, count).Clear();
        }

        ArrayPool<T>.Shared.Return(items);
    }

    [InlineArray(Length)]
    private struct Few<T>
    {
        public const int Length = 8;

        private T _first;
    }
}
