using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>
/// The members of a JSON object that its schema does not name, kept in their order so that what a provider adds later survives a
/// round trip. Two of them are equal when they have the same members with equal values, in any order.
/// </summary>
public sealed class ExtensionData : IReadOnlyDictionary<string, JsonValue>, IEquatable<ExtensionData>
{
    private readonly OrderedDictionary<string, JsonValue> _members = new(StringComparer.Ordinal);

    /// <summary>Members in the order given. Of two with one name the later one counts, in the place of the first.</summary>
    /// <param name="members">Names and values.</param>
    public ExtensionData(IEnumerable<KeyValuePair<string, JsonValue>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, JsonValue value) in members)
        {
            _members[name] = value;
        }
    }

    private ExtensionData()
    {
    }

    /// <summary>How many members.</summary>
    public int Count => _members.Count;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys => _members.Keys;

    /// <summary>The values, in order.</summary>
    public IEnumerable<JsonValue> Values => _members.Values;

    /// <summary>The value of a member.</summary>
    /// <param name="key">The exact name.</param>
    /// <exception cref="KeyNotFoundException">There is no such member.</exception>
    public JsonValue this[string key] => _members[key];

    /// <summary>
    /// Keeps one member. The reader stands on its name and afterwards on the last token of its value; of two members with one name the
    /// later one counts (RFC 8259, section 4, leaves it open).
    /// </summary>
    /// <param name="reader">A reader on a property name.</param>
    /// <param name="data">Where members are kept; created with the first one.</param>
    /// <exception cref="JsonException">The bytes are not JSON, which <see cref="JsonContract{T}"/> turns into a located error.</exception>
    public static void Read(ref Utf8JsonReader reader, ref ExtensionData? data)
    {
        string? name = StringToken.ToText(RawToken.Of(ref reader), reader.ValueIsEscaped);
        reader.Read();
        JsonElement value = JsonElement.ParseValue(ref reader);
        if (name is not null)
        {
            data ??= new();
            data._members[name] = new(value);
        }
    }

    /// <summary>Writes every member, name and value, into the object that the writer has open.</summary>
    /// <param name="writer">A writer inside an object.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach ((string name, JsonValue value) in _members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    /// <summary>Whether a member exists.</summary>
    /// <param name="key">The exact name.</param>
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <summary>Looks a member up.</summary>
    /// <param name="key">The exact name.</param>
    /// <param name="value">Its value, when the answer is true.</param>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonValue value) => _members.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same members with equal values, in any order.</summary>
    public bool Equals(ExtensionData? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach ((string name, JsonValue value) in _members)
        {
            if (!other._members.TryGetValue(name, out JsonValue theirs) || !value.Equals(theirs))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExtensionData);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, because the order does not count.
        int hash = 0;
        foreach (string name in _members.Keys)
        {
            hash += name.GetHashCode(StringComparison.Ordinal);
        }

        return hash;
    }
}
