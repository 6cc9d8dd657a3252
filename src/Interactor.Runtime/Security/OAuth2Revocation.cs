namespace Interactor.Runtime.Security;

/// <summary>Withdraws the tokens of a connection at the revocation endpoint (RFC 7009).</summary>
internal static class OAuth2Revocation
{
    /// <summary>Revokes the refresh token, which ends the grant, or the access token where there is no other; and the same of each named token.</summary>
    /// <exception cref="InteractorException">The provider did not confirm.</exception>
    public static async ValueTask RequestAsync(ActionContext context, OAuth2Settings settings)
    {
        foreach (Token token in context.Session.Connection!.Tokens.Values)
        {
            NamedValues parameters = new();
            parameters.Add("token", token.Refresh ?? token.Value);
            parameters.Add("token_type_hint", token.Refresh is null ? "access_token" : "refresh_token");
            ExchangeReply reply = await TokenEndpoint
                .PostAsync(context, settings, settings.RevokeUrl!(context), parameters, "revocation endpoint", asJson: false)
                .ConfigureAwait(false);
            if (!reply.IsSuccess)
            {
                // A token that is no longer good is answered with 200 too (section 2.2).
                throw reply.Failure(reply.Status is 429 or >= 500 ? ErrorCode.Transient : ErrorCode.AuthDenied, $"The revocation endpoint refused ({reply.Status}).");
            }
        }
    }
}
