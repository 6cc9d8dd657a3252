using System.Globalization;

namespace Interactor.Compiler.Binding.Naming;

/// <summary>
/// Gives each wire name of one scope a C# name of its own. The order of the wire names decides, never the order in
/// the file, and names that differ by case only are kept apart too: generated files are named after types.
/// </summary>
/// <param name="reserved">Names that are taken from the start.</param>
/// <param name="common">More of them, which other scopes share.</param>
internal sealed class NameScope(IEnumerable<string> reserved, HashSet<string>? common = null)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);
    private HashSet<string>? _held;

    /// <summary>Keeps names for those who ask for exactly them.</summary>
    public void Hold(IEnumerable<string> names) => _held = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);

    public bool IsHeld(string name) => _held?.Contains(name) == true;

    /// <summary>Takes exactly this name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="companion">The end of a second name that is taken along.</param>
    /// <returns>False when it is taken.</returns>
    public bool TryClaim(string name, string? companion = null)
    {
        if (IsTaken(name) || (companion is not null && IsTaken(name + companion)))
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
        KeyValuePair<string, string>[] wanted = [.. proposals];
        HashSet<string>? contested = WantedTwice(wanted);
        if (contested is not null)
        {
            for (int i = 0; i < wanted.Length; i++)
            {
                if (contested.Contains(wanted[i].Value) && PascalCase.WithSigns(wanted[i].Key) is { } signed)
                {
                    wanted[i] = new KeyValuePair<string, string>(wanted[i].Key, signed);
                }
            }

            contested = WantedTwice(wanted);
        }

        // Names that nothing else wants come first, so that no number takes one of them.
        bool IsContested(string name) => contested?.Contains(name) == true;
        Array.Sort(wanted, (left, right) => IsContested(left.Value).CompareTo(IsContested(right.Value)) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.Key, right.Key));
        Dictionary<string, string> names = new(wanted.Length, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> want in wanted)
        {
            names.Add(want.Key, Claim(want.Value, collisionSuffix));
        }

        return names;
    }

    // Null where each name is wanted once.
    private static HashSet<string>? WantedTwice(KeyValuePair<string, string>[] wanted)
    {
        HashSet<string>? twice = null;
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> want in wanted)
        {
            if (!seen.Add(want.Value))
            {
                twice ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                twice.Add(want.Value);
            }
        }

        return twice;
    }

    private bool IsTaken(string name) => common?.Contains(name) == true || _taken.Contains(name);

    private bool IsFree(string name, string? companion) =>
        !IsTaken(name) && !IsHeld(name) && (companion is null || !IsTaken(name + companion));

    private void Take(string name, string? companion)
    {
        _taken.Add(name);
        if (companion is not null)
        {
            _taken.Add(name + companion);
        }
    }
}
