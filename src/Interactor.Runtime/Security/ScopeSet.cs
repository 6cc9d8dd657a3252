namespace Interactor.Runtime.Security;

/// <summary>The scopes that a connection by a method asks for, has, and lacks.</summary>
internal static class ScopeSet
{
    // A space by RFC 6749, section 3.3; some providers answer with commas, whatever they are asked with.
    private static readonly string[] Separators = [" ", ","];

    /// <summary>Those of the method and those of every action that accepts it, each once, in that order.</summary>
    public static IReadOnlyList<string> Of(ConnectorDescriptor connector, SecurityMethod method) =>
    [
        .. (method.OAuth?.Scopes ?? [])
            .Concat(connector.Actions.Where(action => action.Methods.Contains(method.Id)).SelectMany(static action => action.Scopes))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Scopes that a provider says in one text.</summary>
    public static IReadOnlyList<string> Split(string? text, string? separator) =>
        text?.Split(separator is null ? Separators : [.. Separators, separator], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The first scope that is needed and was not granted; null where none is lacking, or nothing is known of what was granted.</summary>
    public static string? Lacking(IReadOnlyList<string> needed, IReadOnlyList<string> granted, IReadOnlyList<IncludedScopes> included)
    {
        if (needed.Count == 0 || granted.Count == 0)
        {
            return null;
        }

        HashSet<string> allowed = new(granted, StringComparer.Ordinal);
        for (int count = 0; count != allowed.Count;)
        {
            count = allowed.Count;
            foreach (IncludedScopes broader in included)
            {
                if (allowed.Contains(broader.Scope))
                {
                    allowed.UnionWith(broader.Included);
                }
            }
        }

        foreach (string scope in needed)
        {
            if (!allowed.Contains(scope))
            {
                return scope;
            }
        }

        return null;
    }
}
