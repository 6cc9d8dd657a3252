using System.Collections;
using System.Globalization;
using System.Reflection;
using Interactor.Runtime.Json;

namespace Interactor.Compiler.Tests.RoundTrips;

/// <summary>Changes one member somewhere in a generated record, to what C# lets a caller put there and JSON may not.</summary>
/// <param name="random">Decides which, and to what.</param>
internal sealed class ValueChanges(Random random)
{
    private const int MaximumDepth = 8;

    // Names of members that the shapes have, and others.
    private static readonly string[] Names = ["a", "b", "b-c", "A", "value", "unknown", "unknown 3", "\ud800", ""];

    private static readonly string?[] Texts = [null, "", "a", "abc", "\ud800", "😀😀", "small", "later", "x\"y", new('x', 70)];

    private static readonly long[] Integers = [0, 1, -2, 5, -5, 6, 30, 99, long.MaxValue, long.MinValue];

    /// <summary>A copy of a record with a change; what is no record is replaced.</summary>
    public object? Of(object value) => value.GetType().GetMethod("<Clone>$") is { } clone ? Of(clone.Invoke(value, null)!, 0) : Other(value.GetType(), value, 0);

    private object Of(object copy, int depth)
    {
        PropertyInfo[] properties = [.. copy.GetType().GetProperties().Where(p => p.SetMethod is not null)];
        if (properties.Length > 0)
        {
            PropertyInfo property = properties[random.Next(properties.Length)];
            property.SetValue(copy, Other(property.PropertyType, property.GetValue(copy), depth + 1));
        }

        return copy;
    }

    private object? Other(Type type, object? now, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return random.Next(3) == 0 ? null : Other(inner, now, depth);
        }

        return type.IsGenericType ? Generic(type, now, depth)
            : type.IsEnum ? Enum.ToObject(type, Pick(Integers) % 100)
            : type == typeof(string) ? Pick(Texts)
            : type == typeof(double) ? Pick([double.NaN, double.PositiveInfinity, -0.0, 0, 0.5, 1, 1e300, -7])
            : type == typeof(bool) ? random.Next(2) == 0
            : type == typeof(JsonValue) ? Pick([default, JsonValue.From(1), JsonValue.From("x"), JsonValue.Parse("[null]")])
            : type == typeof(ExtensionData) ? Extended((ExtensionData?)now)
            : type.IsPrimitive ? Integer(type)
            : type.IsAssignableTo(typeof(IJsonText)) ? Activator.CreateInstance(type, [Pick(Texts)])
            : type.IsValueType ? Activator.CreateInstance(type)
            : now is null || random.Next(5) == 0 || depth > MaximumDepth || now.GetType().GetMethod("<Clone>$") is not { } clone ? null
            : Of(clone.Invoke(now, null)!, depth);
    }

    private object? Generic(Type type, object? now, int depth)
    {
        Type item = type.GetGenericArguments()[^1];
        return type.GetGenericTypeDefinition() == typeof(Optional<>) ? Optional(type, item, now, depth)
            : random.Next(6) == 0 || type.IsValueType ? (type.IsValueType ? Activator.CreateInstance(type) : null)
            : type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? List(item, (IEnumerable?)now, depth)
            : Map(item, (IEnumerable?)now, depth);
    }

    private object? Optional(Type type, Type item, object? now, int depth) => random.Next(4) == 0
        ? Activator.CreateInstance(type)
        : Activator.CreateInstance(type, [Other(item, now is null ? null : type.GetProperty(nameof(Optional<int>.ValueOrDefault))!.GetValue(now), depth)]);

    private Array List(Type item, IEnumerable? now, int depth)
    {
        object?[] items = [.. (now ?? Array.Empty<object>()).Cast<object?>()];
        items = random.Next(4) switch
        {
            0 => [],
            1 => [.. items, .. items],
            2 => [.. Enumerable.Range(0, 13).Select(_ => Other(item, null, depth + 1))],
            _ => [.. items.Skip(1), Other(item, items.FirstOrDefault(), depth + 1)],
        };
        Array list = Array.CreateInstance(item, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            list.SetValue(items[i], i);
        }

        return list;
    }

    private IDictionary Map(Type item, IEnumerable? now, int depth)
    {
        IDictionary map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        foreach (object pair in now ?? Array.Empty<object>())
        {
            map[pair.GetType().GetProperty("Key")!.GetValue(pair)!] = pair.GetType().GetProperty("Value")!.GetValue(pair);
        }

        map[Pick(Names)] = Other(item, map.Values.Cast<object?>().FirstOrDefault(), depth + 1);
        return map;
    }

    private ExtensionData? Extended(ExtensionData? now) => random.Next(4) == 0
        ? null
        : new([.. (IEnumerable<KeyValuePair<string, JsonValue>>?)now ?? [], new(Pick(Names), JsonValue.From("x"))]);

    private object Integer(Type type)
    {
        try
        {
            return Convert.ChangeType(Pick(Integers), type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return Convert.ChangeType(5, type, CultureInfo.InvariantCulture);
        }
    }

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];
}
