namespace Interactor.Runtime.Security;

/// <summary>For credentials that the user provides and that do not change by themselves: keys, passwords, tokens made elsewhere, or none.</summary>
internal sealed class GivenValuesAuthenticator : Authenticator
{
    public static readonly GivenValuesAuthenticator Instance = new();

    public override bool IssuesTokens => false;

    public override bool ObtainsFirstToken => false;

    public override bool CanRenew(Token? current) => false;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current) =>
        throw new NotSupportedException("A given credential is not renewed.");
}
