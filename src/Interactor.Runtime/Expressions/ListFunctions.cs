using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions;

/// <summary>Lists, and the macros that walk them.</summary>
public static class ListFunctions
{
    /// <summary>A list of the items.</summary>
    public static IReadOnlyList<T> Of<T>(params T[] items) => items;

    /// <summary>An item, counted from 0.</summary>
    public static T Item<T>(IReadOnlyList<T> list, long index, ExpressionPlace place) =>
        index >= 0 && index < list.Count ? list[(int)index] : throw place.Failure("the list has no such item");

    /// <summary>An item; null where there is none.</summary>
    public static T? ItemOrNull<T>(IReadOnlyList<T> list, long index)
        where T : struct => index >= 0 && index < list.Count ? list[(int)index] : null;

    /// <summary>An item; the type's default, which is its null, where there is none.</summary>
    public static T? ItemOrDefault<T>(IReadOnlyList<T> list, long index) => index >= 0 && index < list.Count ? list[(int)index] : default;

    /// <summary>How many items there are.</summary>
    public static long Size<T>(IReadOnlyList<T> list) => list.Count;

    /// <summary>The items of both lists.</summary>
    public static IReadOnlyList<T> Join<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) => [.. left, .. right];

    /// <summary>The condition holds for every item.</summary>
    public static bool All<T>(IReadOnlyList<T> list, Func<T, bool> condition) => list.All(condition);

    /// <summary>The condition holds for an item.</summary>
    public static bool Exists<T>(IReadOnlyList<T> list, Func<T, bool> condition) => list.Any(condition);

    /// <summary>The condition holds for exactly one item.</summary>
    public static bool ExistsOne<T>(IReadOnlyList<T> list, Func<T, bool> condition) => list.Where(condition).Take(2).Count() == 1;

    /// <summary>What each item becomes.</summary>
    public static IReadOnlyList<TResult> Map<T, TResult>(IReadOnlyList<T> list, Func<T, TResult> change) => [.. list.Select(change)];

    /// <summary>The items for which the condition holds.</summary>
    public static IReadOnlyList<T> Filter<T>(IReadOnlyList<T> list, Func<T, bool> condition) => [.. list.Where(condition)];

    /// <summary>The list as a JSON array.</summary>
    public static JsonValue ToAny(IReadOnlyList<JsonValue> list) => JsonValue.Array(list);

    /// <summary>The list as a JSON array.</summary>
    public static JsonValue ToAny<T>(IReadOnlyList<T> list, Func<T, JsonValue> change) => JsonValue.Array(list.Select(change));
}
