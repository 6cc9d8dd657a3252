using System.Text;
using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Security;

/// <summary>Sends a token request and reads the token (RFC 6749, sections 3.2 and 5).</summary>
internal static class TokenEndpoint
{
    /// <param name="requestedScopes">What the token carries where the answer does not say (section 5.1).</param>
    /// <param name="current">The token that is replaced; its refresh token stays where the answer has none (section 6).</param>
    /// <param name="onInvalidGrant">What the one fatal answer means here.</param>
    public static async ValueTask<Token> RequestAsync(
        ActionContext context,
        OAuth2Settings settings,
        string url,
        NamedValues parameters,
        IReadOnlyList<string> requestedScopes,
        Token? current,
        ErrorCode onInvalidGrant)
    {
        ExchangeReply reply = await PostAsync(context, settings, url, parameters, "token endpoint").ConfigureAwait(false);
        using JsonDocument? answer = Parse(reply.Body);
        string? error = answer is null ? null : TextOf(answer.RootElement, "error");
        return reply.IsSuccess && error is null
            ? Read(answer?.RootElement ?? default, settings, requestedScopes, current, context)
            : throw Failure(reply, error, onInvalidGrant, context);
    }

    /// <summary>Sends parameters as a client does: with its proof of itself and the headers of the definition.</summary>
    public static async ValueTask<ExchangeReply> PostAsync(ActionContext context, OAuth2Settings settings, string url, NamedValues parameters, string endpoint)
    {
        RequestBuilder builder = new();
        builder.Url(url);
        builder.Header("Accept", "application/json");
        Authenticate(builder, settings, parameters, context);
        foreach ((string name, string value) in parameters.Items)
        {
            builder.Form(name, value);
        }

        NamedValues headers = new();
        settings.TokenHeaders?.Invoke(headers, context);
        foreach ((string name, string value) in headers.Items)
        {
            builder.Header(name, value);
        }

        return await CredentialExchange.PostAsync(context, builder, endpoint).ConfigureAwait(false);
    }

    private static void Authenticate(RequestBuilder builder, OAuth2Settings settings, NamedValues parameters, ActionContext context)
    {
        if (settings.ClientId?.Invoke(context) is not { } id)
        {
            return;
        }

        if (settings is { ClientAuthentication: ClientAuthentication.PrivateKeyJwt, ClientAssertion: { } assertion })
        {
            parameters.Add("client_id", id);
            parameters.Add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            parameters.Add("client_assertion", JwtSigner.Sign(assertion, context, new JwtDefaults { Issuer = id, Subject = id, Audience = settings.TokenUrl(context) }));
            return;
        }

        string? secret = settings.ClientSecret?.Invoke(context);
        if (settings.ClientAuthentication == ClientAuthentication.Header && secret is not null)
        {
            string pair = $"{FormEncode(id)}:{FormEncode(secret)}";
            builder.Header("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            return;
        }

        parameters.Add("client_id", id);
        parameters.Add("client_secret", secret);
    }

    private static string FormEncode(string value)
    {
        TextBuffer text = new();
        PercentEncoding.AppendTo(text, value, PercentEncoding.Form);
        return text.Written.ToString();
    }

    private static InteractorException Failure(ExchangeReply reply, string? error, ErrorCode onInvalidGrant, ActionContext context)
    {
        (ErrorCode code, string message) = error switch
        {
            "invalid_grant" => (onInvalidGrant, "The provider says that the grant is no longer good."),
            _ when reply.Status is 429 or >= 500 => (ErrorCode.Transient, $"The token endpoint failed; a later try may not ({reply.Status})."),
            _ => (ErrorCode.AuthExpired, $"The token endpoint refused the request ({reply.Status})."),
        };
        return reply.Failure(code, message, error is { Length: <= 100 } ? SecretRedactor.Redact(error, context) : null);
    }

    private static Token Read(JsonElement answer, OAuth2Settings settings, IReadOnlyList<string> requestedScopes, Token? current, ActionContext context)
    {
        string value = TextOf(answer, "access_token")
            ?? throw new InteractorException(ErrorCode.AuthExpired, "The answer of the token endpoint has no access token.");
        return new Token
        {
            Value = value,
            Refresh = TextOf(answer, "refresh_token") ?? current?.Refresh,
            ExpiresAt = TokenLifetime.After(TextOf(answer, "expires_in"), context.Runtime.Time.GetUtcNow()),
            Scopes = TextOf(answer, "scope") is { } scope
                ? scope.Split([" ", settings.ScopeSeparator], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : requestedScopes,
            Generation = (current?.Generation ?? 0) + 1,
        };
    }

    /// <summary>An answer that is an object; null for anything else.</summary>
    public static JsonDocument? Parse(byte[] utf8)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(utf8);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member that is text, or a number as text; null for anything else.</summary>
    public static string? TextOf(JsonElement answer, string name)
    {
        if (!JsonMembers.TryGet(answer, name, out JsonElement value))
        {
            return null;
        }

        string? text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : JsonMembers.TextOf(value);
        return text is { Length: > 0 } ? text : null;
    }
}
