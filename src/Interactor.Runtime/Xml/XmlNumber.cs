namespace Interactor.Runtime.Xml;

/// <summary>Numbers as XML Schema writes them (part 2, sections 3.3.3 and 3.3.5), of which JSON has fewer forms.</summary>
internal static class XmlNumber
{
    /// <summary>The same number as JSON writes it; null for what is none there, such as <c>INF</c>.</summary>
    public static string? ToJson(string text)
    {
        int at = 0;
        string sign = At(text, at) == '-' ? "-" : "";
        if (At(text, at) is '-' or '+')
        {
            at++;
        }

        string whole = Digits(text, ref at);
        string fraction = "";
        if (At(text, at) == '.')
        {
            at++;
            fraction = Digits(text, ref at);
        }

        if (whole.Length + fraction.Length == 0)
        {
            return null;
        }

        string exponent = "";
        if (At(text, at) is 'e' or 'E')
        {
            at++;
            string exponentSign = At(text, at) is '-' or '+' ? text[at++].ToString() : "";
            exponent = Digits(text, ref at);
            if (exponent.Length == 0)
            {
                return null;
            }

            exponent = "e" + exponentSign + exponent;
        }

        if (at != text.Length)
        {
            return null;
        }

        whole = whole.TrimStart('0');
        return sign + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction) + exponent;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';

    private static string Digits(string text, ref int at)
    {
        int start = at;
        while (char.IsAsciiDigit(At(text, at)))
        {
            at++;
        }

        return text[start..at];
    }
}
