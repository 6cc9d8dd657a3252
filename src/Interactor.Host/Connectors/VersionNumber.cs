using System.Globalization;

namespace Interactor.Host.Connectors;

/// <summary>The numbers of a semantic version, which decide what is newer.</summary>
internal readonly record struct VersionNumber(int Major, int Minor, int Patch) : IComparable<VersionNumber>
{
    /// <summary>Reads <c>1</c>, <c>1.2</c> or <c>1.2.3</c>; what is no number is zero, and what follows a hyphen is left out.</summary>
    public static VersionNumber Of(string version)
    {
        string[] parts = version.Split('-', '+')[0].Split('.');
        return new VersionNumber(NumberAt(parts, 0), NumberAt(parts, 1), NumberAt(parts, 2));
    }

    public int CompareTo(VersionNumber other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    private static int NumberAt(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
