using System.Globalization;

namespace Interactor.Compiler.Binding.Naming;

/// <summary>
/// Gives each wire name of one scope a C# name of its own. The order of the wire names decides, never the order in
/// the file, and names that differ by case only are kept apart too: generated files are named after types.
/// </summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a free name near <paramref name="proposal"/>.</summary>
    /// <param name="proposal">The name wanted.</param>
    /// <param name="collisionSuffix">What is tried before a number.</param>
    /// <param name="companion">The end of a second name that is taken along: a type and its <c>…Json</c>.</param>
    public string Claim(string proposal, string collisionSuffix = "", string? companion = null)
    {
        string name = proposal;
        for (int n = 1; !IsFree(name, companion); n++)
        {
            name = n == 1 ? proposal + collisionSuffix : proposal + n.ToString(CultureInfo.InvariantCulture);
        }

        _taken.Add(name);
        if (companion is not null)
        {
            _taken.Add(name + companion);
        }

        return name;
    }

    /// <summary>Names for a whole set at once.</summary>
    public Dictionary<string, string> ClaimAll(IEnumerable<string> wireNames, string collisionSuffix = "")
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string wire in wireNames.Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal))
        {
            names[wire] = Claim(PascalCase.Of(wire), collisionSuffix);
        }

        return names;
    }

    private bool IsFree(string name, string? companion) =>
        !_taken.Contains(name) && (companion is null || !_taken.Contains(name + companion));
}
