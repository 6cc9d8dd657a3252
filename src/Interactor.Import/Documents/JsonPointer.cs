namespace Interactor.Import.Documents;

/// <summary>Tokens of a JSON pointer (RFC 6901).</summary>
public static class JsonPointer
{
    public static string Escape(string token) => token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The tokens of a pointer in a URI fragment, whose percent-encoding is resolved first (section 6).</summary>
    public static string[] TokensOf(string fragment)
    {
        string pointer = fragment.Contains('%') ? Uri.UnescapeDataString(fragment) : fragment;
        return [.. pointer.Split('/').Skip(1).Select(t => t.Replace("~1", "/").Replace("~0", "~"))];
    }

    /// <summary>A token as it stands in the fragment of a reference.</summary>
    public static string EncodeForFragment(string token) => Uri.EscapeDataString(Escape(token));
}
