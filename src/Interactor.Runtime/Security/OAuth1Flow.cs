using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>Asks a person for a token of OAuth 1.0 (RFC 5849, section 2).</summary>
internal static class OAuth1Flow
{
    /// <summary>Obtains temporary credentials (section 2.1), and says where to send the person (section 2.2).</summary>
    public static async ValueTask<AuthorizationStart> BeginAsync(ActionContext context, OAuth1Settings settings, PendingConnection pending)
    {
        OAuth1Message message = new(settings, context) { Callback = pending.RedirectUri };
        CallbackQuery answer = await PostAsync(context, settings.RequestUrl!(context), message, settings.RequestParameters).ConfigureAwait(false);
        pending = pending with { State = Required(answer, "oauth_token"), TokenSecret = Required(answer, "oauth_token_secret") };
        if (answer["oauth_callback_confirmed"] != "true")
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The provider does not confirm the callback (RFC 5849, section 2.1).");
        }

        NamedValues parameters = new();
        parameters.Add("oauth_token", pending.State);
        settings.AuthorizeParameters?.Invoke(parameters, context);
        return new AuthorizationStart(AuthorizationUrl.Of((settings.AuthorizeUrl ?? throw NoEndpoint())(context), parameters.Items, context), pending);
    }

    /// <summary>Exchanges what the person brought back for the token (section 2.3).</summary>
    public static async ValueTask<Token> ExchangeAsync(ActionContext context, OAuth1Settings settings, string verifier, PendingConnection pending)
    {
        OAuth1Message message = new(settings, context) { Token = pending.State, TokenSecret = pending.TokenSecret, Verifier = verifier };
        CallbackQuery answer = await PostAsync(context, (settings.TokenUrl ?? throw NoEndpoint())(context), message, parameters: null).ConfigureAwait(false);
        return new Token { Value = Required(answer, "oauth_token"), Secret = Required(answer, "oauth_token_secret") };
    }

    private static async ValueTask<CallbackQuery> PostAsync(ActionContext context, string url, OAuth1Message message, Action<NamedValues, ActionContext>? parameters)
    {
        RequestBuilder builder = new();
        builder.Url(url);
        NamedValues fields = new();
        parameters?.Invoke(fields, context);
        foreach ((string name, string value) in fields.Items)
        {
            builder.Form(name, value);
        }

        builder.Header("Authorization", message.Authorization("POST", RequestUri.Absolute(builder.Target), fields.Items));
        ExchangeReply reply = await CredentialExchange.PostAsync(context, builder, "token endpoint").ConfigureAwait(false);
        if (!reply.IsSuccess)
        {
            throw reply.Status is 429 or >= 500
                ? reply.Failure(ErrorCode.Transient, $"The token endpoint failed; a later try may succeed ({reply.Status}).")
                : reply.Failure(ErrorCode.AuthDenied, $"The token endpoint refused the request ({reply.Status}).");
        }

        return new CallbackQuery(Encoding.UTF8.GetString(reply.Body));
    }

    private static string Required(CallbackQuery answer, string name) =>
        answer[name] ?? throw new InteractorException(ErrorCode.AuthDenied, $"The answer of the token endpoint has no '{name}'.");

    private static InvalidOperationException NoEndpoint() => new("The method has no endpoints for a person's consent.");
}
