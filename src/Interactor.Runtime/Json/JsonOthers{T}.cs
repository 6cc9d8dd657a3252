using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>The members that a record does not name, as a map of one type.</summary>
/// <typeparam name="T">The type of their values.</typeparam>
public sealed class JsonOthers<T> : JsonOthers
{
    private readonly JsonTryRead<T> _read;

    private readonly JsonWrite<T> _write;

    private readonly JsonContract<T>? _contract;

    /// <summary>Others that are read and written.</summary>
    /// <param name="read">Reads one value.</param>
    /// <param name="write">Writes one value.</param>
    public JsonOthers(JsonTryRead<T> read, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        _read = read;
        _write = write;
    }

    /// <summary>Others that have a contract.</summary>
    /// <param name="contract">Reads, writes and tests one value.</param>
    public JsonOthers(JsonContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        _contract = contract;
        _read = contract.Reader;
        _write = contract.Writer;
    }

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
        return ((StrongBox<JsonMapBuilder<T>>)others).Value.TryRead(ref scanner, _read);
    }

    internal override void Write(Utf8JsonWriter writer, object others)
    {
        foreach ((string name, T value) in (IReadOnlyDictionary<string, T>)others)
        {
            writer.WritePropertyName(name);
            _write(writer, value);
        }
    }

    internal override bool PassTest(object others, JsonMemberTable table)
    {
        IReadOnlyDictionary<string, T> map = (IReadOnlyDictionary<string, T>)others;
        return _contract?.PassTest(map.Values) == true && !table.HasAny(map.Keys);
    }
}
