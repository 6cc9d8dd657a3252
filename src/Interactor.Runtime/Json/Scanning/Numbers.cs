namespace Interactor.Runtime.Json.Scanning;

/// <summary>Finds the end of a number, checking its grammar (RFC 8259, section 6).</summary>
internal static class Numbers
{
    /// <param name="text">The document.</param>
    /// <param name="at">The offset of its first byte.</param>
    /// <returns>The offset behind it, or the complement of the offset of what may not stand there.</returns>
    public static int End(ReadOnlySpan<byte> text, int at)
    {
        if (text[at] == '-')
        {
            at++;
        }

        int digits = Digits(text, at);
        if (digits == at || (digits > at + 1 && text[at] == '0'))
        {
            return ~at;
        }

        at = digits;
        if ((uint)at < (uint)text.Length && text[at] == '.')
        {
            digits = Digits(text, at + 1);
            if (digits == at + 1)
            {
                return ~digits;
            }

            at = digits;
        }

        if ((uint)at < (uint)text.Length && (text[at] | 0x20) == 'e')
        {
            at++;
            if ((uint)at < (uint)text.Length && text[at] is (byte)'+' or (byte)'-')
            {
                at++;
            }

            digits = Digits(text, at);
            return digits == at ? ~at : digits;
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && (uint)(text[at] - '0') <= 9)
        {
            at++;
        }

        return at;
    }
}
