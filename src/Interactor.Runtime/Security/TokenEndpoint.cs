using System.Text;
using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Security;

/// <summary>Sends a token request and reads the token (RFC 6749, sections 3.2 and 5).</summary>
internal static class TokenEndpoint
{
    private static readonly TokenAnswer Standard = new();

    private static readonly JsonDocumentOptions AsDeepAsScanned = new() { MaxDepth = JsonScanner.DefaultMaxDepth };

    /// <summary>Asks for a token.</summary>
    public static async ValueTask<Token> RequestAsync(ActionContext context, OAuth2Settings settings, string url, NamedValues parameters, TokenExpectation expected)
    {
        ExchangeReply reply = await PostAsync(context, settings, url, parameters, "token endpoint", settings.SendsJson).ConfigureAwait(false);
        using JsonDocument? answer = Parse(reply.Body);
        string? error = answer is null ? null : TextOf(answer.RootElement, "error");
        AnswerReading reading = new(reply.ToResponse(), context, expected.Current is not null);
        bool isGone = error == "invalid_grant" || IsGone(settings, reading.Response);
        return reply.IsSuccess && error is null && !isGone
            ? Read(reading, answer?.RootElement ?? default, settings, expected)
            : throw Failure(reply, error, isGone, expected, context);
    }

    private static bool IsGone(OAuth2Settings settings, ProviderResponse response)
    {
        try
        {
            return settings.Revoked?.Invoke(response) ?? false;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A condition that the answer has no members for does not hold.
            return false;
        }
    }

    /// <summary>Sends parameters as a client does: with its proof of itself and the headers of the definition.</summary>
    public static async ValueTask<ExchangeReply> PostAsync(ActionContext context, OAuth2Settings settings, string url, NamedValues parameters, string endpoint, bool asJson)
    {
        RequestBuilder builder = new();
        builder.Url(url);
        builder.Header("Accept", "application/json");
        NamedValues client = new();
        Authenticate(builder, settings, client, context);
        WriteBody(builder, parameters, client, asJson);
        NamedValues headers = new();
        settings.TokenHeaders?.Invoke(headers, context);
        foreach ((string name, string value) in headers.Items)
        {
            builder.Header(name, value);
        }

        return await CredentialExchange.PostAsync(context, builder, endpoint).ConfigureAwait(false);
    }

    private static void WriteBody(RequestBuilder builder, NamedValues parameters, NamedValues client, bool asJson)
    {
        if (!asJson)
        {
            foreach ((string name, string value) in parameters.Items.Concat(client.Items))
            {
                builder.Form(name, value);
            }

            return;
        }

        // An object has a name once: the definition's own parameter comes last and counts.
        Utf8JsonWriter json = builder.Json();
        json.WriteStartObject();
        foreach (IGrouping<string, KeyValuePair<string, string>> member in client.Items.Concat(parameters.Items).GroupBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(member.Key, member.Last().Value);
        }

        json.WriteEndObject();
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

        string? secret = settings.ClientAuthentication == ClientAuthentication.TlsClientAuth ? null : settings.ClientSecret?.Invoke(context);
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

    private static InteractorException Failure(ExchangeReply reply, string? error, bool isGone, TokenExpectation expected, ActionContext context)
    {
        (ErrorCode code, string message) = reply.Status switch
        {
            _ when isGone => (expected.OnInvalidGrant, "The provider says that the grant is no longer good."),
            429 or >= 500 => (ErrorCode.Transient, $"The token endpoint failed; a later try may succeed ({reply.Status})."),
            301 or 302 or 303 or 307 or 308 => (expected.OnRefusal, $"The token endpoint answered with a redirect, which a token request does not follow ({reply.Status})."),
            _ when IsOfClient(reply, error) => (expected.OnRefusal, $"The token endpoint does not accept the client. Check the client's id and secret ({reply.Status})."),
            _ => (expected.OnRefusal, $"The token endpoint refused the request ({reply.Status})."),
        };
        return reply.Failure(code, message, error is { Length: <= 100 } ? SecretRedactor.Redact(error, context) : null);
    }

    // RFC 6749, section 5.2: 401 is about the client, whose authentication failed, unless the error says otherwise.
    private static bool IsOfClient(ExchangeReply reply, string? error) => error == "invalid_client" || (error is null && reply.Status == 401);

    private static Token Read(AnswerReading reading, JsonElement answer, OAuth2Settings settings, TokenExpectation expected)
    {
        TokenAnswer own = (expected.Named is { } named ? named.Answer : settings.Answer) ?? Standard;
        string value = (own.Value is null ? TextOf(answer, "access_token") : reading.Text(own.Value))
            ?? throw new InteractorException(expected.OnRefusal, "The answer of the token endpoint has no access token.");
        string? refresh = own.Refresh is null ? TextOf(answer, "refresh_token") : reading.Text(own.Refresh);
        if (TokenText.Fault(value, "The access token in the answer of the token endpoint") is { } fault)
        {
            // The refresh token that was sent may be spent: the new one keeps the grant, and the access token stays as it was.
            return expected.Current is { } current && refresh is not null
                ? Join(current with { Refresh = refresh, Generation = current.Generation + 1, Fault = fault }, reading, expected)
                : throw fault;
        }

        string? scope = own.Scopes is null ? TextOf(answer, "scope") : reading.Text(own.Scopes);
        Token token = new()
        {
            Value = value,
            ObtainedAt = reading.Context.Runtime.Time.GetUtcNow(),
            Refresh = refresh ?? expected.Current?.Refresh,
            ExpiresAt = reading.EndOf(own) ?? TokenLifetime.After(TextOf(answer, "expires_in"), reading.Context.Runtime.Time.GetUtcNow()),
            Scopes = scope is null ? expected.Scopes : ScopeSet.Split(scope, settings.ScopeSeparator),
            Generation = (expected.Current?.Generation ?? 0) + 1,
        };
        return Join(token, reading, expected);
    }

    private static Token Join(Token token, AnswerReading reading, TokenExpectation expected) =>
        expected.Named is null ? NamedToken.Join(token, reading.Context.Session.Method!, reading) : token;

    /// <summary>An answer that is an object; null for anything else.</summary>
    public static JsonDocument? Parse(byte[] json)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(JsonEncoding.ToUtf8(json).ToArray(), AsDeepAsScanned);
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
