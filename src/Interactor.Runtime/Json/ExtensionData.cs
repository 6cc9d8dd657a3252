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
    private const int FirstSize = 128;

    // One JSON object with what was read; looked into when somebody asks.
    private byte[] _text = [];

    private int _length;

    private OrderedDictionary<string, JsonValue>? _members;

    /// <summary>Members in the order given. Of two with one name the later one counts, in the place of the first.</summary>
    /// <param name="members">Names and values.</param>
    public ExtensionData(IEnumerable<KeyValuePair<string, JsonValue>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        _members = new(StringComparer.Ordinal);
        foreach ((string name, JsonValue value) in members)
        {
            _members[name] = value;
        }
    }

    private ExtensionData()
    {
    }

    /// <summary>How many members.</summary>
    public int Count => Members.Count;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys => Members.Keys;

    /// <summary>The values, in order.</summary>
    public IEnumerable<JsonValue> Values => Members.Values;

    /// <summary>The value of a member.</summary>
    /// <param name="key">The exact name.</param>
    /// <exception cref="KeyNotFoundException">There is no such member.</exception>
    public JsonValue this[string key] => Members[key];

    private OrderedDictionary<string, JsonValue> Members => _members ??= Parse();

    /// <summary>
    /// Keeps the member that the scanner stands at, as it came; of two members with one name the later one counts (RFC 8259, section 4,
    /// leaves it open).
    /// </summary>
    /// <param name="scanner">A scanner at the value of a member, afterwards behind it.</param>
    /// <param name="data">Where members are kept; created with the first one.</param>
    /// <returns>False when the bytes are not JSON.</returns>
    public static bool TryRead(ref JsonScanner scanner, ref ExtensionData? data)
    {
        bool isRead = scanner.TryRaw(out ReadOnlySpan<byte> value);
        if (isRead)
        {
            (data ??= new()).Append(scanner.Name, value);
        }

        return isRead;
    }

    /// <summary>Writes every member, name and value, into the object that the writer has open.</summary>
    /// <param name="writer">A writer inside an object.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach ((string name, JsonValue value) in Members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    /// <summary>Whether a member exists.</summary>
    /// <param name="key">The exact name.</param>
    public bool ContainsKey(string key) => Members.ContainsKey(key);

    /// <summary>Looks a member up.</summary>
    /// <param name="key">The exact name.</param>
    /// <param name="value">Its value, when the answer is true.</param>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonValue value) => Members.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => Members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same members with equal values, in any order.</summary>
    public bool Equals(ExtensionData? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach ((string name, JsonValue value) in Members)
        {
            if (!other.Members.TryGetValue(name, out JsonValue theirs) || !value.Equals(theirs))
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
        foreach (string name in Members.Keys)
        {
            hash += name.GetHashCode(StringComparison.Ordinal);
        }

        return hash;
    }

    // The text is a whole object at all times: the closing brace makes room for the next member.
    private void Append(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        int length = _length + name.Length + value.Length + 5;
        if (length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(length, Math.Max(FirstSize, _text.Length * 2)));
        }

        Span<byte> rest = _text.AsSpan(Math.Max(0, _length - 1));
        rest[0] = _length == 0 ? (byte)'{' : (byte)',';
        rest[1] = (byte)'"';
        name.CopyTo(rest[2..]);
        rest = rest[(2 + name.Length)..];
        "\":"u8.CopyTo(rest);
        value.CopyTo(rest[2..]);
        rest[2 + value.Length] = (byte)'}';
        _length = _text.Length - rest.Length + value.Length + 3;
    }

    private OrderedDictionary<string, JsonValue> Parse()
    {
        OrderedDictionary<string, JsonValue> members = new(StringComparer.Ordinal);
        JsonScanner scanner = new(_text.AsSpan(0, _length));
        scanner.TryBeginObject();
        while (scanner.NextMember())
        {
            string name = StringToken.ToText(scanner.Name, scanner.NameIsEscaped);
            scanner.TryRaw(out ReadOnlySpan<byte> value);
            members[name] = JsonValue.Keep(value);
        }

        return members;
    }
}
