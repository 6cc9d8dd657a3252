using System.Globalization;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>Logs in with what the user gave, again whenever the token is no longer good.</summary>
internal sealed class SessionAuthenticator : Authenticator
{
    public override bool IssuesTokens => true;

    public override bool ObtainsFirstToken => true;

    public override bool CanRenew(Token? current) => true;

    public override async ValueTask<Token> RenewAsync(ActionContext context, Token? current)
    {
        SessionRequest login = context.Session.Method!.Session!;

        // Credentials go to egress hosts only, whether a variable is marked as a secret or not.
        ActionContext own = new(context.Runtime, action: null, context.Session.WithoutCredential(), options: null, context.CancellationToken) { CarriesCredential = true };
        using Reply reply = await SendAsync(login, own).ConfigureAwait(false);
        ProviderResponse response = new(reply);
        string? value = login.Token(response, own);
        if (string.IsNullOrEmpty(value))
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The answer to the login has no token.");
        }

        string? lifetime = login.ExpiresIn?.Invoke(response, own);
        bool isKnown = double.TryParse(lifetime, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e9;
        return new Token
        {
            Value = value,
            ExpiresAt = isKnown ? context.Runtime.Time.GetUtcNow().AddSeconds(seconds) : null,
            Generation = (current?.Generation ?? 0) + 1,
        };
    }

    // A refused login is no expired token: nothing that the library does makes it work.
    private static async ValueTask<Reply> SendAsync(SessionRequest login, ActionContext context)
    {
        try
        {
            return await context.Runtime.Sender
                .SendAsync(new PlainRequest(RequestShape.OfPlain("login", login.Server, login.Method), context, login.Build))
                .ConfigureAwait(false);
        }
        catch (InteractorException e) when (e.Code == ErrorCode.AuthExpired)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The provider refused the login.", e) { Status = e.Status, ProviderCode = e.ProviderCode };
        }
    }
}
