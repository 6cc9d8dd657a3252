using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>The members that a record does not name, as a map of one type.</summary>
/// <typeparam name="T">The type of their values.</typeparam>
/// <param name="read">Reads one value.</param>
/// <param name="write">Writes one value.</param>
public sealed class JsonOthers<T>(JsonTryRead<T> read, JsonWrite<T> write) : JsonOthers
{
    /// <summary>The map of what was read.</summary>
    /// <param name="scanner">The scanner that it was read with.</param>
    /// <param name="others">What <see cref="TryRead"/> made; afterwards the map.</param>
    internal static IReadOnlyDictionary<string, T>? Finish(ref JsonScanner scanner, ref object? others)
    {
        if (others is StrongBox<JsonMapBuilder<T>> builder)
        {
            others = builder.Value.ToMap(ref scanner);
        }

        return (IReadOnlyDictionary<string, T>?)others;
    }

    internal override bool TryRead(ref JsonScanner scanner, ref object? others)
    {
        others ??= new StrongBox<JsonMapBuilder<T>>();
        return ((StrongBox<JsonMapBuilder<T>>)others).Value.TryRead(ref scanner, read);
    }

    internal override void Write(Utf8JsonWriter writer, object others)
    {
        foreach ((string name, T value) in (IReadOnlyDictionary<string, T>)others)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }
    }
}
