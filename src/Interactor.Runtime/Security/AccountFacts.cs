namespace Interactor.Runtime.Security;

/// <summary>The facts that the connect steps read from the provider, by name.</summary>
public readonly struct AccountFacts
{
    private readonly ActionContext _context;

    internal AccountFacts(ActionContext context) => _context = context;

    /// <summary>A fact that must be there.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the connection does not have the fact.</exception>
    public string Text(string name) => TextOrNull(name)
        ?? throw new InteractorException(ErrorCode.AuthDenied, $"The connection has no fact '{name}'. Connect the account again.");

    /// <summary>A fact, or null where the connection does not have it.</summary>
    public string? TextOrNull(string name) =>
        _context.Session.Connection is { } connection && connection.Facts.TryGetValue(name, out string? value) ? value : null;
}
