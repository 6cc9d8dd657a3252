using System.Text.Json;

namespace Interactor.Runtime.Security;

/// <summary>Withdraws the tokens of a connection at the revocation endpoint (RFC 7009).</summary>
internal static class OAuth2Revocation
{
    /// <summary>
    /// Revokes the refresh token, which ends the grant, or the access token where there is no other; and the same of each named token that the provider's
    /// token endpoint gave. One that is refused does not keep the others from being revoked.
    /// </summary>
    /// <exception cref="InteractorException">The provider did not confirm one of them.</exception>
    public static async ValueTask RequestAsync(ActionContext context, OAuth2Settings settings)
    {
        InteractorException? refused = null;
        foreach ((string name, Token token) in context.Session.Connection!.Tokens)
        {
            if (context.Session.AsksFor(name))
            {
                continue;
            }

            try
            {
                await RevokeAsync(context, settings, name, token).ConfigureAwait(false);
            }
            catch (InteractorException e)
            {
                refused ??= e;
            }
        }

        if (refused is not null)
        {
            throw refused;
        }
    }

    private static async ValueTask RevokeAsync(ActionContext context, OAuth2Settings settings, string name, Token token)
    {
        NamedValues parameters = new();
        parameters.Add("token", token.Refresh ?? token.Value);
        parameters.Add("token_type_hint", token.Refresh is null ? "access_token" : "refresh_token");
        ExchangeReply reply = await TokenEndpoint
            .PostAsync(context, settings, settings.RevokeUrl!(context), parameters, "revocation endpoint", asJson: false)
            .ConfigureAwait(false);
        if (!reply.IsSuccess && !(name != Connection.MainToken && SaysUnsupported(reply)))
        {
            // A token that is no longer good is answered with 200 too (section 2.2).
            throw reply.Failure(reply.Status is 429 or >= 500 ? ErrorCode.Transient : ErrorCode.AuthDenied, $"The revocation endpoint refused ({reply.Status}).");
        }
    }

    // A token beside the main one may be of a sort that nobody can revoke, such as an OpenID id_token (section 2.2.1): then there is nothing to withdraw.
    private static bool SaysUnsupported(ExchangeReply reply)
    {
        using JsonDocument? answer = TokenEndpoint.Parse(reply.Body);
        return reply.Status == 400 && answer is not null && TokenEndpoint.TextOf(answer.RootElement, "error") == "unsupported_token_type";
    }
}
