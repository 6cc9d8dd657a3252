namespace Interactor.Runtime.Security;

/// <summary>A new token that the store could not keep, and the stored one that it replaces: the provider may take only the new one from now on.</summary>
internal sealed record UnsavedToken(string Name, Token? Replaced, Token Token)
{
    /// <summary>Whether the store still holds what the token replaces, so that it is the account's newest.</summary>
    public bool Follows(Connection stored)
    {
        Token? held = stored.Token(Name);
        return held?.Value == Replaced?.Value && held?.Refresh == Replaced?.Refresh && held?.Generation == Replaced?.Generation;
    }
}
