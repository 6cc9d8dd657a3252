namespace Interactor.Compiler.Binding.Naming;

/// <summary>Names for the members of one type: those that a names file gives, then those made of the wire names.</summary>
internal static class MemberNames
{
    /// <summary>Claims a name for each.</summary>
    /// <param name="scope">The type's names.</param>
    /// <param name="proposals">The wire names with the names wanted for them.</param>
    /// <param name="pathOf">What the names file calls the member with a wire name.</param>
    /// <param name="overrides">The names file.</param>
    /// <param name="suffix">What is tried before a number where two want one name.</param>
    public static Dictionary<string, string> Claim(
        NameScope scope,
        IReadOnlyDictionary<string, string> proposals,
        Func<string, string> pathOf,
        NameOverrides overrides,
        string suffix)
    {
        if (overrides.IsEmpty)
        {
            return scope.ClaimAll(proposals, suffix);
        }

        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string wire in proposals.Keys.OrderBy(n => n, StringComparer.Ordinal))
        {
            string path = pathOf(wire);
            if (overrides.FindMember(path) is not { } given)
            {
                continue;
            }

            string? rival = proposals.Where(p => p.Key != wire && string.Equals(p.Value, given, StringComparison.OrdinalIgnoreCase)).Select(p => p.Key).FirstOrDefault();
            if (rival is not null && overrides.FindMember(pathOf(rival)) is null)
            {
                overrides.ReportTaken(path, pathOf(rival));
            }
            else if (scope.TryClaim(given))
            {
                names[wire] = given;
            }
            else
            {
                overrides.ReportTaken(path, names.FirstOrDefault(n => string.Equals(n.Value, given, StringComparison.OrdinalIgnoreCase)).Key is { } other ? pathOf(other) : "something that C# or the generated code needs");
            }
        }

        Dictionary<string, string> rest = proposals.Where(p => !names.ContainsKey(p.Key)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> name in scope.ClaimAll(rest, suffix))
        {
            names[name.Key] = name.Value;
        }

        return names;
    }
}
