using System.Collections;

namespace Interactor.Runtime.Json;

/// <summary>
/// Compares values by what they hold, for generated types: lists item by item in order, maps member by member in any order, bytes byte by
/// byte, everything else by its own equality.
/// </summary>
public static class Content
{
    // Enough to tell most lists apart; a hash need not look at all of a large one.
    private const int HashedItems = 16;

    /// <summary>Whether two values hold the same.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool Same<T>(T left, T right) =>
        typeof(T).IsValueType && typeof(T) != typeof(ReadOnlyMemory<byte>) && typeof(T) != typeof(ReadOnlyMemory<byte>?)
            ? EqualityComparer<T>.Default.Equals(left, right)
            : AreSame(left, right);

    /// <summary>A hash code that is the same for values that hold the same.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static int Hash<T>(T value) => HashOf(value);

    private static bool AreSame(object? left, object? right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => true,
        (null, _) or (_, null) => false,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b) => a.Span.SequenceEqual(b.Span),
        (IContentMap or IDictionary, IContentMap or IDictionary) => AreSameMaps(left, right),
        (object[] a, object[] b) => a.Length == b.Length && AreSameItems(a, b),
        (double[] a, double[] b) => a.AsSpan().SequenceEqual(b),
        (long[] a, long[] b) => a.AsSpan().SequenceEqual(b),
        (IList a, IList b) => a.Count == b.Count && AreSameItems(a, b),
        _ => left.Equals(right) || (left is IEnumerable a && right is IEnumerable b && AreSameItems(a, b)),
    };

    private static bool AreSameItems(IEnumerable left, IEnumerable right)
    {
        IEnumerator others = right.GetEnumerator();
        foreach (object? item in left)
        {
            if (!others.MoveNext() || !AreSame(item, others.Current))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }

    private static bool AreSameMaps(object left, object right)
    {
        if (CountOf(left) != CountOf(right))
        {
            return false;
        }

        foreach ((object name, object? value) in MembersOf(left))
        {
            if (!TryFind(right, name, out object? other) || !AreSame(value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static int HashOf(object? value) => value switch
    {
        null => 0,
        string text => text.GetHashCode(StringComparison.Ordinal),
        ReadOnlyMemory<byte> bytes => HashOf(bytes.Span),
        IContentMap or IDictionary => HashOfMap(value),
        ExtensionData data => data.GetHashCode(),
        IEnumerable items => HashOfItems(items),
        _ => value.GetHashCode(),
    };

    private static int HashOf(ReadOnlySpan<byte> bytes)
    {
        HashCode hash = new();
        hash.Add(bytes.Length);
        hash.AddBytes(bytes[..Math.Min(bytes.Length, 256)]);
        return hash.ToHashCode();
    }

    private static int HashOfItems(IEnumerable items)
    {
        HashCode hash = new();
        int count = 0;
        foreach (object? item in items)
        {
            if (count++ == HashedItems)
            {
                break;
            }

            hash.Add(HashOf(item));
        }

        return hash.ToHashCode();
    }

    // A sum, because the order does not count.
    private static int HashOfMap(object map)
    {
        int hash = CountOf(map);
        foreach ((object name, object? value) in MembersOf(map))
        {
            hash += HashCode.Combine(HashOf(name), HashOf(value));
        }

        return hash;
    }

    private static int CountOf(object map) => map is IContentMap own ? own.Count : ((IDictionary)map).Count;

    private static IEnumerable<(object Name, object? Value)> MembersOf(object map)
    {
        if (map is IContentMap own)
        {
            return own.Members;
        }

        return ((IDictionary)map).Keys.Cast<object>().Select(name => (name, ((IDictionary)map)[name]));
    }

    private static bool TryFind(object map, object name, out object? value)
    {
        if (map is IContentMap own)
        {
            return own.TryFind((string)name, out value);
        }

        value = ((IDictionary)map)[name];
        return value is not null || ((IDictionary)map).Contains(name);
    }
}
