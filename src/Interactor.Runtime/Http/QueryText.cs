using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>Takes parameters out of a query that is encoded.</summary>
internal static class QueryText
{
    /// <summary>A query without the parameters that another one names.</summary>
    /// <param name="query">The query, without its <c>?</c>.</param>
    /// <param name="named">A query whose parameters are not to be in it, in the same form.</param>
    /// <returns>Null where none of them is.</returns>
    public static string? Without(ReadOnlySpan<char> query, ReadOnlySpan<char> named)
    {
        StringBuilder? kept = null;
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> pair = query[range];
            if (Names(named, NameOf(pair)))
            {
                kept ??= new StringBuilder().Append(query[..range.Start.Value].TrimEnd('&'));
            }
            else if (kept is not null)
            {
                (kept.Length == 0 ? kept : kept.Append('&')).Append(pair);
            }
        }

        return kept?.ToString();
    }

    private static bool Names(ReadOnlySpan<char> named, ReadOnlySpan<char> name)
    {
        foreach (Range range in named.Split('&'))
        {
            ReadOnlySpan<char> other = NameOf(named[range]);
            if (!other.IsEmpty && (other.SequenceEqual(name) || ((IsEncoded(name) || IsEncoded(other)) && Decode(other) == Decode(name))))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> pair) => pair.IndexOf('=') is var mark && mark < 0 ? pair : pair[..mark];

    // Whoever wrote the query may have encoded more of a name than others do.
    private static bool IsEncoded(ReadOnlySpan<char> name) => name.ContainsAny('%', '+');

    private static string Decode(ReadOnlySpan<char> name) => Uri.UnescapeDataString(name.ToString().Replace('+', ' '));
}
