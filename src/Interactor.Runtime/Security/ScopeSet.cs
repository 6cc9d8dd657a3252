namespace Interactor.Runtime.Security;

/// <summary>The scopes that a connection by a method asks for.</summary>
internal static class ScopeSet
{
    /// <summary>Those of the method and those of every action that accepts it, each once, in that order.</summary>
    public static IReadOnlyList<string> Of(ConnectorDescriptor connector, SecurityMethod method) =>
    [
        .. (method.OAuth?.Scopes ?? [])
            .Concat(connector.Actions.Where(action => action.Methods.Contains(method.Id)).SelectMany(static action => action.Scopes))
            .Distinct(StringComparer.Ordinal),
    ];
}
