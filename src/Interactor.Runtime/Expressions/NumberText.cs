using System.Globalization;

namespace Interactor.Runtime.Expressions;

/// <summary>Numbers as ECMAScript writes them: no exponent between 1e-7 and 1e21.</summary>
internal static class NumberText
{
    /// <param name="shortest">The shortest round-trip form, such as <c>1.5E+20</c> or <c>0.25</c>.</param>
    public static string Format(string shortest)
    {
        int mark = shortest.IndexOf('E');
        if (mark < 0)
        {
            return shortest == "-0" ? "0" : shortest;
        }

        int exponent = int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string sign = shortest[0] == '-' ? "-" : string.Empty;
        string digits = shortest[sign.Length..mark].Replace(".", string.Empty, StringComparison.Ordinal);
        return exponent switch
        {
            >= 0 and < 21 when digits.Length <= exponent + 1 => sign + digits.PadRight(exponent + 1, '0'),
            >= 0 and < 21 => $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
            < 0 and >= -7 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ => $"{shortest[..mark]}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}",
        };
    }
}
