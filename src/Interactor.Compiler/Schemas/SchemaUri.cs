using System.Globalization;
using System.Text;

namespace Interactor.Compiler.Schemas;

/// <summary>
/// URI references, resolved as RFC 3986, section 5.2, says. Text stays as it is written otherwise, so that identifiers compare as
/// JSON Schema wants it (2020-12 core, section 9.2); a base without a scheme, such as a relative path, is a base too.
/// </summary>
internal static class SchemaUri
{
    /// <summary>The reference seen from a base; the base's own fragment does not count.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        Parts target = Parts.Of(reference);
        if (target.Scheme is not null)
        {
            return target.Normal().ToString();
        }

        Parts origin = Parts.Of(baseUri);
        if (target.Authority is not null)
        {
            return (target.Normal() with { Scheme = origin.Scheme }).ToString();
        }

        if (target.Path.Length == 0)
        {
            return (origin with { Query = target.Query ?? origin.Query, Fragment = target.Fragment }).ToString();
        }

        string path = target.Path[0] == '/' ? target.Path : Merge(origin, target.Path);
        return (origin with { Path = WithoutDots(path), Query = target.Query, Fragment = target.Fragment }).ToString();
    }

    /// <summary>The two sides of <c>#</c>; the fragment is null where there is none.</summary>
    public static (string Uri, string? Fragment) Split(string uri)
    {
        int hash = uri.IndexOf('#');
        return hash < 0 ? (uri, null) : (uri.Substring(0, hash), uri.Substring(hash + 1));
    }

    /// <summary>The URI of a file: <c>file:///…</c> of a rooted path, a relative reference of another one.</summary>
    /// <param name="path">With forward slashes.</param>
    public static string OfPath(string path)
    {
        string escaped = string.Join("/", path.Split('/').Select(Encode));
        bool isDrive = path.Length > 1 && path[1] == ':';
        return isDrive ? "file:///" + path.Substring(0, 2) + escaped.Substring(4)
            : path.StartsWith("/", StringComparison.Ordinal) ? "file://" + escaped
            : escaped;
    }

    /// <summary>Text as a part of a path or fragment: what RFC 3986 reserves is percent-encoded. No text is refused.</summary>
    public static string Encode(string text)
    {
        StringBuilder encoded = new(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            bool isPlain = (char)b is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';
            _ = isPlain ? encoded.Append((char)b) : encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    /// <summary>A percent-encoded fragment as text.</summary>
    public static string Decode(string fragment) => fragment.IndexOf('%') < 0 ? fragment : Uri.UnescapeDataString(fragment);

    private static string Merge(Parts origin, string path)
    {
        if (origin.Authority is not null && origin.Path.Length == 0)
        {
            return "/" + path;
        }

        return origin.Path.Substring(0, origin.Path.LastIndexOf('/') + 1) + path;
    }

    // RFC 3986, section 5.2.4, over whole segments.
    private static string WithoutDots(string path)
    {
        if (path.IndexOf('.') < 0)
        {
            return path;
        }

        List<string> kept = [];
        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            bool isLast = i == segments.Length - 1;
            switch (segments[i])
            {
                case ".":
                    break;
                case "..":
                    if (kept.Count > 0 && kept[kept.Count - 1].Length > 0 && kept[kept.Count - 1] != "..")
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }
                    else if (path[0] != '/')
                    {
                        // A relative path may lead out of where it starts.
                        kept.Add("..");
                        continue;
                    }

                    break;
                default:
                    kept.Add(segments[i]);
                    continue;
            }

            if (isLast)
            {
                kept.Add("");
            }
        }

        return string.Join("/", kept);
    }

    private sealed record Parts(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
    {
        public static Parts Of(string uri)
        {
            (string rest, string? fragment) = Split(uri);
            string? query = null;
            int question = rest.IndexOf('?');
            if (question >= 0)
            {
                query = rest.Substring(question + 1);
                rest = rest.Substring(0, question);
            }

            string? scheme = null;
            int colon = rest.IndexOf(':');
            if (colon > 0 && IsScheme(rest, colon))
            {
                scheme = rest.Substring(0, colon);
                rest = rest.Substring(colon + 1);
            }

            string? authority = null;
            if (rest.StartsWith("//", StringComparison.Ordinal))
            {
                int slash = rest.IndexOf('/', 2);
                authority = slash < 0 ? rest.Substring(2) : rest.Substring(2, slash - 2);
                rest = slash < 0 ? "" : rest.Substring(slash);
            }

            return new Parts(scheme, authority, rest, query, fragment);
        }

        public Parts Normal() => Scheme is null || Path.StartsWith("/", StringComparison.Ordinal) ? this with { Path = WithoutDots(Path) } : this;

        public override string ToString() =>
            (Scheme is null ? "" : Scheme + ":")
            + (Authority is null ? "" : "//" + Authority)
            + Path
            + (Query is null ? "" : "?" + Query)
            + (Fragment is null ? "" : "#" + Fragment);

        private static bool IsScheme(string text, int length)
        {
            for (int i = 0; i < length; i++)
            {
                char c = text[i];
                bool isLetter = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
                if (!isLetter && (i == 0 || c is not ((>= '0' and <= '9') or '+' or '-' or '.')))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
