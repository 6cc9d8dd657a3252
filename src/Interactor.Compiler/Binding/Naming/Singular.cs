namespace Interactor.Compiler.Binding.Naming;

/// <summary>The name of one item of a collection whose property has an English plural for a name.</summary>
internal static class Singular
{
    private static readonly string[] NoPlurals = ["ss", "us", "is", "as", "os"];

    // The endings that "es" follows: boxes, matches, wishes, addresses.
    private static readonly string[] Hissing = ["xes", "ches", "shes", "sses", "zzes"];

    /// <param name="proposal">What the collection's type would be called: it ends with the property's name.</param>
    /// <param name="label">The property's wire name.</param>
    /// <returns>Null when the name is no plural.</returns>
    public static string? Of(string proposal, string? label)
    {
        if (label is null || label.Length < 4 || !proposal.EndsWith("s", StringComparison.Ordinal) || !label.EndsWith("s", StringComparison.Ordinal)
            || NoPlurals.Any(ending => proposal.EndsWith(ending, StringComparison.Ordinal)))
        {
            return null;
        }

        if (proposal.EndsWith("ies", StringComparison.Ordinal))
        {
            return proposal.Substring(0, proposal.Length - 3) + "y";
        }

        int cut = Hissing.Any(ending => proposal.EndsWith(ending, StringComparison.Ordinal)) ? 2 : 1;
        return proposal.Substring(0, proposal.Length - cut);
    }
}
