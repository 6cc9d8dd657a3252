using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions;

/// <summary>Maps from text to values.</summary>
public static class MapFunctions
{
    /// <summary>A map of the entries; their keys are different.</summary>
    public static IReadOnlyDictionary<string, T> Of<T>(params (string Key, T Value)[] entries) =>
        entries.ToDictionary(static e => e.Key, static e => e.Value, StringComparer.Ordinal);

    /// <summary>The value under a key.</summary>
    public static T Item<T>(IReadOnlyDictionary<string, T> map, string key, ExpressionPlace place) =>
        map.TryGetValue(key, out T? value) ? value : throw place.Failure("the map has no such key");

    /// <summary>The value under a key; null where there is none.</summary>
    public static T? ItemOrNull<T>(IReadOnlyDictionary<string, T> map, string key)
        where T : struct => map.TryGetValue(key, out T value) ? value : null;

    /// <summary>The value under a key; the type's default, which is its null, where there is none.</summary>
    public static T? ItemOrDefault<T>(IReadOnlyDictionary<string, T> map, string key) => map.TryGetValue(key, out T? value) ? value : default;

    /// <summary>How many entries there are.</summary>
    public static long Size<T>(IReadOnlyDictionary<string, T> map) => map.Count;

    /// <summary>The keys, in the order of the map.</summary>
    public static IReadOnlyList<string> Keys<T>(IReadOnlyDictionary<string, T> map) => [.. map.Keys];

    /// <summary>The map has the key.</summary>
    public static bool Contains<T>(IReadOnlyDictionary<string, T> map, string key) => map.ContainsKey(key);

    /// <summary>The map as a JSON object.</summary>
    public static JsonValue ToAny(IReadOnlyDictionary<string, JsonValue> map) => JsonValue.Object(map);

    /// <summary>The map as a JSON object.</summary>
    public static JsonValue ToAny<T>(IReadOnlyDictionary<string, T> map, Func<T, JsonValue> change) =>
        JsonValue.Object(map.Select(e => KeyValuePair.Create(e.Key, change(e.Value))));
}
