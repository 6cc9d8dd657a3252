namespace Interactor.Runtime.Json;

/// <summary>Cheap tests of values in C#, for generated code. True means certainly valid; false means that validation must decide.</summary>
public static class JsonCheck
{
    /// <summary>Whether text has a number of Unicode code points in a range (JSON Schema 2020-12 validation, section 6.3).</summary>
    /// <param name="value">The text.</param>
    /// <param name="minimum">The least number of code points.</param>
    /// <param name="maximum">The greatest number of code points.</param>
    public static bool Length(string? value, int minimum, int maximum)
    {
        if (value is null)
        {
            return false;
        }

        // Two characters make at most one code point less, which mostly decides without counting.
        return (value.Length <= maximum && (value.Length + 1) / 2 >= minimum) || (value.Length >= minimum && IsInRange(CodePoints(value), minimum, maximum));
    }

    /// <summary>Whether a list has a number of items in a range.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="value">The list.</param>
    /// <param name="minimum">The least number of items.</param>
    /// <param name="maximum">The greatest number of items.</param>
    public static bool List<T>(IReadOnlyList<T>? value, int minimum, int maximum) => value is not null && IsInRange(value.Count, minimum, maximum);

    /// <summary>Whether a list has a number of items in a range, each of which passes a test.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="value">The list.</param>
    /// <param name="minimum">The least number of items.</param>
    /// <param name="maximum">The greatest number of items.</param>
    /// <param name="item">The test of an item.</param>
    public static bool List<T>(IReadOnlyList<T>? value, int minimum, int maximum, Func<T, bool> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!List(value, minimum, maximum))
        {
            return false;
        }

        if (value is T[] items)
        {
            foreach (T one in items)
            {
                if (!item(one))
                {
                    return false;
                }
            }

            return true;
        }

        for (int i = 0; i < value!.Count; i++)
        {
            if (!item(value[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no two items of a list are equal in C#, which is enough for their JSON to differ.</summary>
    /// <typeparam name="T">The type of the items: a string, a number, an enum or another type without members.</typeparam>
    /// <param name="value">The list.</param>
    public static bool Unique<T>(IReadOnlyList<T>? value) => value is null || UniqueCheck.AreUnique(value);

    /// <summary>Whether a map has a number of members in a range.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="value">The map.</param>
    /// <param name="minimum">The least number of members.</param>
    /// <param name="maximum">The greatest number of members.</param>
    public static bool Map<T>(IReadOnlyDictionary<string, T>? value, int minimum, int maximum) => value is not null && IsInRange(value.Count, minimum, maximum);

    /// <summary>Whether a map has a number of members in a range, each of whose values passes a test.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="value">The map.</param>
    /// <param name="minimum">The least number of members.</param>
    /// <param name="maximum">The greatest number of members.</param>
    /// <param name="member">The test of a value.</param>
    public static bool Map<T>(IReadOnlyDictionary<string, T>? value, int minimum, int maximum, Func<T, bool> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (!Map(value, minimum, maximum))
        {
            return false;
        }

        if (value is JsonMap<T> map)
        {
            foreach (KeyValuePair<string, T> one in map.Entries)
            {
                if (!member(one.Value))
                {
                    return false;
                }
            }

            return true;
        }

        return value!.Values.All(member);
    }

    private static bool IsInRange(int count, int minimum, int maximum) => count >= minimum && count <= maximum;

    private static int CodePoints(string value)
    {
        int count = value.Length;
        for (int i = 1; i < value.Length; i++)
        {
            if (char.IsLowSurrogate(value[i]) && char.IsHighSurrogate(value[i - 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }
}
