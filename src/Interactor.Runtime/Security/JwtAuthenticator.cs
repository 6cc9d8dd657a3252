namespace Interactor.Runtime.Security;

/// <summary>Signs the token itself; nobody is asked.</summary>
internal sealed class JwtAuthenticator : Authenticator
{
    public override bool IssuesTokens => true;

    public override bool ObtainsFirstToken => true;

    public override bool CanRenew(Token? current) => true;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current)
    {
        JwtAssertion assertion = context.Session.Method!.Assertion!;
        return new ValueTask<Token>(new Token
        {
            Value = JwtSigner.Sign(assertion, context, new JwtDefaults()),
            ObtainedAt = context.Now,
            ExpiresAt = context.Now + assertion.Lifetime,
            Generation = (current?.Generation ?? 0) + 1,
        });
    }
}
