using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>Logs in with what the user gave, again whenever the token is no longer good.</summary>
internal sealed class SessionAuthenticator : Authenticator
{
    // Providers refuse an assertion of the future, and the clock of one side may be ahead.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(60);

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
        string? value = CredentialAnswer.Read(login.Token, response, own, "the login");
        if (string.IsNullOrEmpty(value))
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The answer to the login has no token.");
        }

        if (TokenText.Fault(value, "The token in the answer to the login") is { } fault)
        {
            throw fault;
        }

        Token main = new()
        {
            Value = value,
            ObtainedAt = context.Runtime.Time.GetUtcNow(),
            ExpiresAt = TokenLifetime.After(login.ExpiresIn?.Invoke(response, own), context.Runtime.Time.GetUtcNow())
                ?? TokenLifetime.At(login.ExpiresAt?.Invoke(response, own)),
            Generation = (current?.Generation ?? 0) + 1,
        };
        return NamedToken.Join(main, context.Session.Method!, new AnswerReading(response, own, current is not null));
    }

    // A refused login is no expired token: nothing that the library does makes it work.
    private static async ValueTask<Reply> SendAsync(SessionRequest login, ActionContext context)
    {
        try
        {
            return await context.Runtime.Sender
                .SendAsync(new PlainRequest(RequestShape.OfPlain("login", login.Server, login.Method), context, (request, own) => Build(login, request, own)))
                .ConfigureAwait(false);
        }
        catch (InteractorException e) when (e.Code == ErrorCode.AuthExpired)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The provider refused the login.", e) { Status = e.Status, ProviderCode = e.ProviderCode };
        }
    }

    private static void Build(SessionRequest login, RequestBuilder request, ActionContext context)
    {
        login.Build(request, context);
        if (login.Assertion is { } assertion)
        {
            request.Header("Authorization", "Bearer " + JwtSigner.Sign(assertion, context, new JwtDefaults { SetBack = ClockDifference }));
        }
    }
}
