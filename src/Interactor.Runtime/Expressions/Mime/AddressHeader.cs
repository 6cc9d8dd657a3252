namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Writes a header of addresses (RFC 5322, section 3.4).</summary>
internal static class AddressHeader
{
    private const int PhraseLimit = 60;

    public static string Write(string name, IReadOnlyList<MimeAddress> addresses)
    {
        HeaderLine line = new(name);
        for (int i = 0; i < addresses.Count; i++)
        {
            string comma = i < addresses.Count - 1 ? "," : string.Empty;
            if (addresses[i].Name.Length == 0)
            {
                line.Append(addresses[i].Address + comma);
                continue;
            }

            AppendPhrase(line, addresses[i].Name);
            line.Append($"<{addresses[i].Address}>{comma}");
        }

        return line.Finish();
    }

    private static void AppendPhrase(HeaderLine line, string name)
    {
        bool isAscii = name.Length <= PhraseLimit && name.All(c => c is >= ' ' and < '\x7F') && !name.Contains("=?", StringComparison.Ordinal);
        if (isAscii)
        {
            line.Append(name.All(IsAtom) ? name : QuotedText.Of(name));
        }
        else
        {
            line.AppendEncoded(name);
        }
    }

    private static bool IsAtom(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);
}
