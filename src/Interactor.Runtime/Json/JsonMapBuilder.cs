using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>Gathers the members of a map, for generated code; <c>default</c> is empty.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[SuppressMessage("Performance", "CA1815", Justification = "A builder is used in one place and never compared.")]
public struct JsonMapBuilder<T>
{
    private const int FirstSize = 16;

    private KeyValuePair<string, T>[]? _members;

    private int _count;

    /// <summary>Reads the member that the scanner stands at.</summary>
    /// <param name="scanner">A scanner at the value of a member, afterwards behind it.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>False for a value that <paramref name="read"/> refuses.</returns>
    public bool TryRead(ref JsonScanner scanner, JsonTryRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string name = StringToken.ToText(scanner.Name, scanner.NameIsEscaped);
        if (!read(ref scanner, out T? value))
        {
            return false;
        }

        _members ??= ArrayPool<KeyValuePair<string, T>>.Shared.Rent(FirstSize);
        if (_count == _members.Length)
        {
            KeyValuePair<string, T>[] larger = ArrayPool<KeyValuePair<string, T>>.Shared.Rent(_count * 2);
            _members.CopyTo(larger, 0);
            ArrayPool<KeyValuePair<string, T>>.Shared.Return(_members, clearArray: true);
            _members = larger;
        }

        _members[_count++] = new(name, value);
        return true;
    }

    /// <summary>The map, after which the builder is empty.</summary>
    /// <param name="scanner">The scanner that the members were read with, which learns of names that came twice.</param>
    /// <returns>Null where nothing was read.</returns>
    public IReadOnlyDictionary<string, T>? ToMap(ref JsonScanner scanner)
    {
        if (_members is null)
        {
            return null;
        }

        JsonMap<T> map = new(_members.AsSpan(0, _count));
        scanner.IsLossy |= map.Count < _count;
        ArrayPool<KeyValuePair<string, T>>.Shared.Return(_members, clearArray: true);
        this = default;
        return map;
    }
}
