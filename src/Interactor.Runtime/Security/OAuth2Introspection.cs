using System.Text.Json;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>Asks the provider when a token expires whose answer did not say so (RFC 7662).</summary>
internal static class OAuth2Introspection
{
    /// <summary>Whether there is something to ask and somebody who knows: tokens that a request of their own gave are not the endpoint's.</summary>
    public static bool AppliesTo(Session session, string name) =>
        session.Method?.OAuth?.IntrospectUrl is not null && !session.AsksFor(name) && session.Connection!.Token(name) is { ExpiresAt: null };

    /// <summary>The token with its end; as it was where the endpoint does not say or fails, because the token is good all the same.</summary>
    public static async ValueTask<Token> CompleteAsync(ActionContext context, Token token)
    {
        OAuth2Settings settings = context.Session.Method!.OAuth!;
        NamedValues parameters = new();
        parameters.Add("token", token.Value);
        parameters.Add("token_type_hint", "access_token");
        try
        {
            ExchangeReply reply = await TokenEndpoint
                .PostAsync(context, settings, settings.IntrospectUrl!(context), parameters, "introspection endpoint", asJson: false)
                .ConfigureAwait(false);
            if (!reply.IsSuccess)
            {
                throw reply.Failure(reply.Status is 429 or >= 500 ? ErrorCode.Transient : ErrorCode.AuthDenied, $"The introspection endpoint refused ({reply.Status}).");
            }

            using JsonDocument? answer = TokenEndpoint.Parse(reply.Body);
            bool isActive = answer is not null && answer.RootElement.TryGetProperty("active", out JsonElement active) && active.ValueKind == JsonValueKind.True;
            return isActive ? token with { ExpiresAt = TokenLifetime.At(TokenEndpoint.TextOf(answer!.RootElement, "exp")) } : token;
        }
        catch (InteractorException e)
        {
            RuntimeLog.AttemptFailed(context.Runtime.Log, context.Runtime.Connector.Address, "introspect", attempt: 1, e.CodeText, e.Status);
            return token;
        }
    }
}
