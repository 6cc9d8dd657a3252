using System.Globalization;

namespace Interactor.Host.Connectors;

/// <summary>A semantic version as far as it decides what is newer (Semantic Versioning 2.0.0, section 11).</summary>
/// <param name="Major">Its first number.</param>
/// <param name="Minor">Its second number.</param>
/// <param name="Patch">Its third number.</param>
/// <param name="Prerelease">What follows the hyphen; empty for a release.</param>
internal readonly record struct VersionNumber(int Major, int Minor, int Patch, string Prerelease) : IComparable<VersionNumber>
{
    /// <summary>Reads <c>1</c>, <c>1.2</c> or <c>1.2.3-beta.1</c>; what is no number is zero, and what follows a plus is left out.</summary>
    public static VersionNumber Of(string version)
    {
        string[] halves = version.Split('+')[0].Split('-', 2);
        string[] parts = halves[0].Split('.');
        return new VersionNumber(NumberAt(parts, 0), NumberAt(parts, 1), NumberAt(parts, 2), halves.Length == 1 ? "" : halves[1]);
    }

    /// <summary>The major that a caller pins; null for none.</summary>
    public static int? MajorOf(string? pinned) => string.IsNullOrEmpty(pinned) ? null : Of(pinned).Major;

    public int CompareTo(VersionNumber other)
    {
        int numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return numbers != 0 ? numbers : ComparePrereleases(Prerelease, other.Prerelease);
    }

    // A release is newer than what came before it.
    private static int ComparePrereleases(string x, string y)
    {
        if (x.Length == 0 || y.Length == 0)
        {
            return y.Length.CompareTo(x.Length);
        }

        string[] left = x.Split('.');
        string[] right = y.Split('.');
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (CompareParts(left[i], right[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    // Numbers count as numbers, and are older than words. Without leading zeros the longer number is the larger one.
    private static int CompareParts(string x, string y) => (IsNumber(x), IsNumber(y)) switch
    {
        (true, true) => x.Length != y.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(x, y),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(x, y),
    };

    private static bool IsNumber(string part) => part.Length > 0 && part.All(char.IsAsciiDigit);

    private static int NumberAt(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
