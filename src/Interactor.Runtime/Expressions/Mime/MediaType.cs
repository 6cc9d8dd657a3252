namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Names of media types (RFC 6838, section 4.2).</summary>
internal static class MediaType
{
    public static bool IsValid(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && text.Length <= 127 && IsName(text.AsSpan(0, slash)) && IsName(text.AsSpan(slash + 1)) && !IsComposite(text);
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$&-^_.+".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    // Their content may not be base64 (RFC 2045, section 6.4), which attachments always are.
    private static bool IsComposite(string text) =>
        text.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || text.StartsWith("message/", StringComparison.OrdinalIgnoreCase);
}
