using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>
/// A token beside the main one, such as that of a person beside that of a bot. The answer that gives the main token has it too, unless it has a request
/// of its own.
/// </summary>
/// <param name="Name">By what requests ask for it; never <c>main</c>.</param>
/// <param name="Answer">Where the answer has it; <see cref="TokenAnswer.Value"/> is set.</param>
public sealed record NamedToken(string Name, TokenAnswer Answer)
{
    /// <summary>How its refresh token gives the next one; null where only a new main token brings another.</summary>
    public NamedTokenRefresh? Renew { get; init; }

    /// <summary>What gives the token, after the main one is there; null where the answer to the main token's request has it.</summary>
    public NamedTokenRequest? Request { get; init; }

    /// <summary>Whether another one can be had for itself.</summary>
    internal bool CanRenew(Token? current) => Spends(current) || Request is not null;

    /// <summary>Whether a renewal spends the refresh token.</summary>
    internal bool Spends(Token? current) => Renew is not null && current?.Refresh is not null;

    /// <summary>Obtains another one for itself.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthRevoked"/>: its grant is gone. Any other code: it did not work this time.</exception>
    internal async ValueTask<Token> RenewAsync(ActionContext context, Token? current)
    {
        if (Spends(current))
        {
            try
            {
                return await OAuth2RefreshGrant.RequestAsync(context, context.Session.Method!.OAuth!, Renew!, current!).ConfigureAwait(false);
            }
            catch (InteractorException e) when (e.Code == ErrorCode.AuthRevoked && Request is not null)
            {
                // What gave the first one gives another.
            }
        }

        return await AskAsync(context, current).ConfigureAwait(false);
    }

    /// <summary>The main token with those that the same answer gives beside it; one that the answer leaves out stays as it was.</summary>
    internal static Token Join(Token main, SecurityMethod method, AnswerReading reading)
    {
        if (method.NamedTokens.Count == 0)
        {
            return main;
        }

        Dictionary<string, Token> others = [];
        foreach (NamedToken named in method.NamedTokens)
        {
            if (named.Request is not null || named.Read(reading, method) is not { } token)
            {
                continue;
            }

            if (named.FaultOf(token) is not { } fault)
            {
                others[named.Name] = token;
            }
            else if (!reading.IsRenewal)
            {
                throw fault;
            }
        }

        return main with { Others = others };
    }

    private async ValueTask<Token> AskAsync(ActionContext context, Token? current)
    {
        NamedTokenRequest request = Request!;

        // Credentials go to egress hosts only, whether a variable is marked as a secret or not.
        ActionContext own = new(context.Runtime, action: null, context.Session.WithoutCredential(), options: null, context.CancellationToken) { CarriesCredential = true };
        RequestShape shape = RequestShape.OfPlain("token " + Name, request.Server, request.Method);
        using Reply reply = await context.Runtime.Sender.SendAsync(new PlainRequest(shape, own, request.Build)).ConfigureAwait(false);
        Token token = Read(new AnswerReading(new ProviderResponse(reply), own, current is not null), context.Session.Method!)
            ?? throw new InteractorException(ErrorCode.AuthDenied, $"The answer to the request for the token '{Name}' has none.");
        return FaultOf(token) is { } fault ? throw fault : token with { Generation = (current?.Generation ?? 0) + 1 };
    }

    private InteractorException? FaultOf(Token token) => TokenText.Fault(token.Value, $"The token '{Name}' in the answer of the provider");

    private Token? Read(AnswerReading reading, SecurityMethod method) => reading.Text(Answer.Value) is not { } value ? null : new Token
    {
        Value = value,
        ObtainedAt = reading.Context.Runtime.Time.GetUtcNow(),
        Refresh = reading.Text(Answer.Refresh),
        ExpiresAt = reading.EndOf(Answer),
        Scopes = ScopeSet.Split(reading.Text(Answer.Scopes), method.OAuth?.ScopeSeparator),
    };
}
