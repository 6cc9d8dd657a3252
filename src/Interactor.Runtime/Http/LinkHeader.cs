namespace Interactor.Runtime.Http;

/// <summary>Reads the header <c>Link</c> (RFC 8288, section 3): <c>&lt;https://…&gt;; rel="next", …</c>.</summary>
internal static class LinkHeader
{
    /// <summary>The target of the first link with the relation <c>next</c>; null where there is none.</summary>
    public static string? Next(string header)
    {
        int open;
        int at = 0;
        while ((open = header.IndexOf('<', at)) >= 0)
        {
            int close = header.IndexOf('>', open);
            if (close < 0)
            {
                return null;
            }

            at = close + 1;
            if (IsNext(header, ref at))
            {
                return header[(open + 1)..close].Trim();
            }
        }

        return null;
    }

    // Reads the parameters of one link, up to the comma before the next one. Of several `rel`, the first counts.
    private static bool IsNext(string header, ref int at)
    {
        bool? isNext = null;
        while (SkipSpace(header, ref at) && header[at] == ';')
        {
            int end = header.AsSpan(++at).IndexOfAny('=', ';', ',');
            end = end < 0 ? header.Length : at + end;
            ReadOnlySpan<char> name = header.AsSpan(at, end - at).Trim();
            at = end;
            string value = at < header.Length && header[at] == '=' ? Value(header, ref at) : "";
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                isNext ??= value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase);
            }
        }

        return isNext ?? false;
    }

    // What stands behind '=': a token or, in quotes, any text.
    private static string Value(string header, ref int at)
    {
        at++;
        if (!SkipSpace(header, ref at))
        {
            return "";
        }

        int start = at;
        if (header[at] != '"')
        {
            int length = header.AsSpan(at).IndexOfAny(';', ',');
            at = length < 0 ? header.Length : at + length;
            return header[start..at].Trim();
        }

        at++;
        while (at < header.Length && header[at] != '"')
        {
            at += header[at] == '\\' ? 2 : 1;
        }

        at = Math.Min(at, header.Length);
        string value = header[(start + 1)..at];
        at = Math.Min(at + 1, header.Length);
        return value;
    }

    private static bool SkipSpace(string header, ref int at)
    {
        while (at < header.Length && header[at] is ' ' or '\t')
        {
            at++;
        }

        return at < header.Length;
    }
}
