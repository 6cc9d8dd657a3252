using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Interactor.Runtime.Http;

/// <summary>The headers of a response by name without regard to case. Several lines of one name are joined by a comma (RFC 9110, section 5.3).</summary>
public sealed class ResponseHeaders : IReadOnlyDictionary<string, string>
{
    private readonly HttpHeadersNonValidated _own;
    private readonly HttpHeadersNonValidated _content;

    internal ResponseHeaders(HttpResponseMessage response)
    {
        _own = response.Headers.NonValidated;
        _content = response.Content.Headers.NonValidated;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(static pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => this.Select(static pair => pair.Value);

    /// <inheritdoc/>
    public int Count => _own.Count + _content.Count;

    /// <summary>The value of a header.</summary>
    /// <exception cref="KeyNotFoundException">The response does not have it.</exception>
    public string this[string key] => TryGetValue(key, out string? value) ? value : throw new KeyNotFoundException($"The response has no header '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _own.Contains(key) || _content.Contains(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        if (_own.TryGetValues(key, out HeaderStringValues values) || _content.TryGetValues(key, out values))
        {
            value = Join(values);
            return true;
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (KeyValuePair<string, HeaderStringValues> header in _own)
        {
            yield return new KeyValuePair<string, string>(header.Key, Join(header.Value));
        }

        foreach (KeyValuePair<string, HeaderStringValues> header in _content)
        {
            yield return new KeyValuePair<string, string>(header.Key, Join(header.Value));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Join(HeaderStringValues values) => values.Count == 1 ? values.ToString() : string.Join(", ", values);
}
