namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>IPv4 addresses (RFC 2673, section 3.2, without leading zeros) and IPv6 addresses (RFC 4291, section 2.2, without a zone).</summary>
internal static class IpFormat
{
    public static bool IsVersion4(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 7 or > 15)
        {
            return false;
        }

        int parts = 0;
        int part = -1;
        foreach (byte value in text)
        {
            if (value == '.')
            {
                if (part < 0)
                {
                    return false;
                }

                parts++;
                part = -1;
                continue;
            }

            // Behind a leading zero no digit may follow.
            int digit = value - '0';
            if ((uint)digit > 9 || part == 0)
            {
                return false;
            }

            part = part < 0 ? digit : (part * 10) + digit;
            if (part > 255)
            {
                return false;
            }
        }

        return parts == 3 && part >= 0;
    }

    public static bool IsVersion6(ReadOnlySpan<byte> text)
    {
        int gap = text.IndexOf("::"u8);
        if (gap < 0)
        {
            return Groups(text, mayEndInVersion4: true) == 8;
        }

        ReadOnlySpan<byte> after = text[(gap + 2)..];
        int left = gap == 0 ? 0 : Groups(text[..gap], mayEndInVersion4: false);
        int right = after.IsEmpty ? 0 : Groups(after, mayEndInVersion4: true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    // How many groups of 16 bits; -1 when anything else stands among them, a second gap included.
    private static int Groups(ReadOnlySpan<byte> text, bool mayEndInVersion4)
    {
        int groups = 0;
        foreach (Range range in text.Split((byte)':'))
        {
            ReadOnlySpan<byte> group = text[range];
            if (mayEndInVersion4 && range.End.GetOffset(text.Length) == text.Length && IsVersion4(group))
            {
                groups += 2;
            }
            else if (group.Length is >= 1 and <= 4 && IsHex(group))
            {
                groups++;
            }
            else
            {
                return -1;
            }
        }

        return groups;
    }

    private static bool IsHex(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return false;
            }
        }

        return true;
    }
}
