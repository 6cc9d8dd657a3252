namespace Interactor.Runtime.Json;

/// <summary>Cheap tests of values in C#, for generated code. True means certainly valid; false means that validation must decide.</summary>
public static class JsonCheck
{
    /// <summary>Whether text has a number of Unicode code points in a range (JSON Schema 2020-12 validation, section 6.3).</summary>
    /// <param name="value">The text.</param>
    /// <param name="minimum">The least number of code points.</param>
    /// <param name="maximum">The greatest number of code points.</param>
    /// <returns>False also where surrogate pairs leave it open.</returns>
    public static bool Length(string? value, int minimum, int maximum) =>
        value is not null && value.Length <= maximum && (value.Length + 1) / 2 >= minimum;

    /// <summary>Whether a list has a number of items in a range, each of which passes a test.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="value">The list.</param>
    /// <param name="minimum">The least number of items.</param>
    /// <param name="maximum">The greatest number of items.</param>
    /// <param name="item">The test of an item.</param>
    public static bool List<T>(IReadOnlyList<T>? value, int minimum, int maximum, Func<T, bool> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (value is null || value.Count < minimum || value.Count > maximum)
        {
            return false;
        }

        for (int i = 0; i < value.Count; i++)
        {
            if (!item(value[i]))
            {
                return false;
            }
        }

        return true;
    }
}
