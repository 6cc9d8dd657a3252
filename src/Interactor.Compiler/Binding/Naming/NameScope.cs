using System.Globalization;

namespace Interactor.Compiler.Binding.Naming;

/// <summary>
/// Gives each wire name of one scope a C# name of its own. The order of the wire names decides, never the order in
/// the file, and names that differ by case only are kept apart too: generated files are named after types.
/// </summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _held = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps names for those who ask for exactly them.</summary>
    public void Hold(IEnumerable<string> names) => _held.UnionWith(names);

    public bool IsHeld(string name) => _held.Contains(name);

    /// <summary>Takes exactly this name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="companion">The end of a second name that is taken along.</param>
    /// <returns>False when it is taken.</returns>
    public bool TryClaim(string name, string? companion = null)
    {
        if (_taken.Contains(name) || (companion is not null && _taken.Contains(name + companion)))
        {
            return false;
        }

        Take(name, companion);
        return true;
    }

    /// <summary>Takes a free name near <paramref name="proposal"/>.</summary>
    /// <param name="proposal">The name wanted.</param>
    /// <param name="collisionSuffix">What is tried before a number.</param>
    /// <param name="companion">The end of a second name that is taken along: a type and its <c>…Json</c>.</param>
    public string Claim(string proposal, string collisionSuffix = "", string? companion = null)
    {
        proposal = PascalCase.Cap(proposal);
        string name = proposal;
        for (int n = 1; !IsFree(name, companion); n++)
        {
            name = n == 1 ? proposal + collisionSuffix : proposal + n.ToString(CultureInfo.InvariantCulture);
        }

        Take(name, companion);
        return name;
    }

    /// <summary>Names for a whole set at once.</summary>
    public Dictionary<string, string> ClaimAll(IEnumerable<string> wireNames, string collisionSuffix = "") =>
        ClaimAll(wireNames.Distinct(StringComparer.Ordinal).ToDictionary(n => n, PascalCase.Of, StringComparer.Ordinal), collisionSuffix);

    /// <summary>Names for a whole set at once, each with the name wanted for it. Where several want one, those that signs tell apart are told apart by them.</summary>
    public Dictionary<string, string> ClaimAll(IReadOnlyDictionary<string, string> proposals, string collisionSuffix = "")
    {
        HashSet<string> contested = new(
            proposals.Values.GroupBy(p => p, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key),
            StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> wanted = proposals.ToDictionary(
            p => p.Key, p => contested.Contains(p.Value) ? PascalCase.WithSigns(p.Key) ?? p.Value : p.Value, StringComparer.Ordinal);

        // Names that nothing else wants come first, so that no number takes one of them.
        HashSet<string> free = new(wanted.Values.GroupBy(p => p, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1).Select(g => g.Key), StringComparer.OrdinalIgnoreCase);
        return wanted
            .OrderBy(w => !free.Contains(w.Value))
            .ThenBy(w => w.Key, StringComparer.Ordinal)
            .ToDictionary(w => w.Key, w => Claim(w.Value, collisionSuffix), StringComparer.Ordinal);
    }

    private bool IsFree(string name, string? companion) =>
        !_taken.Contains(name) && !_held.Contains(name) && (companion is null || !_taken.Contains(name + companion));

    private void Take(string name, string? companion)
    {
        _taken.Add(name);
        if (companion is not null)
        {
            _taken.Add(name + companion);
        }
    }
}
