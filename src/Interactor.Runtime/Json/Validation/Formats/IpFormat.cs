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
        if (text.Length is < 2 or > 45)
        {
            return false;
        }

        int groups = 0;
        int digits = 0;
        bool hasGap = false;
        for (int i = 0; i < text.Length; i++)
        {
            byte value = text[i];
            if (char.IsAsciiHexDigit((char)value))
            {
                if (++digits > 4)
                {
                    return false;
                }
            }
            else if (value == '.')
            {
                // The last two groups may be an IPv4 address, of which some digits are read.
                return digits > 0 && IsCount(groups + 2, hasGap) && IsVersion4(text[(i - digits)..]);
            }
            else if (value != ':')
            {
                return false;
            }
            else if (digits > 0)
            {
                groups++;
                digits = 0;
                if (i + 1 == text.Length)
                {
                    return false;
                }
            }
            else
            {
                // A colon without digits before it is the second of a gap, or with the next one the gap at the begin.
                i += i == 0 ? 1 : 0;
                if (hasGap || text[i] != ':')
                {
                    return false;
                }

                hasGap = true;
            }
        }

        return IsCount(digits > 0 ? groups + 1 : groups, hasGap);
    }

    // A gap stands for one group at least.
    private static bool IsCount(int groups, bool hasGap) => hasGap ? groups <= 7 : groups == 8;
}
