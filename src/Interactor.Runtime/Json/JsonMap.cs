using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>A map that was read: its members in their order, found by their exact names.</summary>
internal sealed class JsonMap<T> : IReadOnlyDictionary<string, T>, IContentMap
{
    // Comparing a few names costs less than hashing one.
    private const int FewMembers = 8;

    private readonly KeyValuePair<string, T>[] _members;

    private readonly Dictionary<string, int>? _places;

    /// <summary>A map of members; of two with one name the later value counts, in the place of the first.</summary>
    public JsonMap(ReadOnlySpan<KeyValuePair<string, T>> members)
    {
        _places = members.Length > FewMembers ? new(members.Length, StringComparer.Ordinal) : null;
        _members = new KeyValuePair<string, T>[members.Length];
        int count = 0;
        foreach (KeyValuePair<string, T> member in members)
        {
            int place = Place(member.Key, count);
            if (place < 0)
            {
                place = count++;
                _places?.Add(member.Key, place);
            }

            _members[place] = member;
        }

        if (count < members.Length)
        {
            Array.Resize(ref _members, count);
        }
    }

    public static JsonMap<T> Empty { get; } = new([]);

    public ReadOnlySpan<KeyValuePair<string, T>> Entries => _members;

    public int Count => _members.Length;

    public IEnumerable<string> Keys => _members.Select(static m => m.Key);

    IEnumerable<(object Name, object? Value)> IContentMap.Members => _members.Select(static m => ((object)m.Key, (object?)m.Value));

    public IEnumerable<T> Values => _members.Select(static m => m.Value);

    public T this[string key] => TryGetValue(key, out T? value) ? value : throw new KeyNotFoundException($"The map has no member '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        int place = Place(key, _members.Length);
        value = place < 0 ? default : _members[place].Value;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)_members).GetEnumerator();

    bool IContentMap.TryFind(string name, out object? value)
    {
        bool isFound = TryGetValue(name, out T? found);
        value = found;
        return isFound;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Place(string key, int count)
    {
        if (_places is not null)
        {
            return _places.GetValueOrDefault(key, -1);
        }

        for (int i = 0; i < count; i++)
        {
            if (string.Equals(_members[i].Key, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
