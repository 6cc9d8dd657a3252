namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>Host names of RFC 1123, section 2.1: letters, digits and inner hyphens. What an <c>xn--</c> label decodes to is not looked at.</summary>
internal static class HostnameFormat
{
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 253)
        {
            return false;
        }

        foreach (Range range in text.Split((byte)'.'))
        {
            if (!IsLabel(text[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<byte> label)
    {
        foreach (byte b in label)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b != '-')
            {
                return false;
            }
        }

        return label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-';
    }
}
