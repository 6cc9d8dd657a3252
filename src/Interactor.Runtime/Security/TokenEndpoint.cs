using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Security;

/// <summary>
/// Sends a token request and reads the token (RFC 6749, sections 3.2 and 5). It goes to egress hosts only, has its own time and size limit, and is never
/// repeated by itself, because a repetition may spend a refresh token twice.
/// </summary>
internal static class TokenEndpoint
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

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

        Uri uri = RequestUri.Absolute(builder.Target);
        context.Runtime.Egress.Check(uri, context.Variables);
        using HttpRequestMessage request = new(HttpMethod.Post, uri) { Content = builder.ToContent(), Version = HttpVersion.Version20 };
        foreach ((string name, string value) in builder.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using JsonDocument? answer = await SendAsync(context, request, onInvalidGrant).ConfigureAwait(false);
        return Read(answer?.RootElement ?? default, settings, requestedScopes, current, context);
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

    private static async ValueTask<JsonDocument?> SendAsync(ActionContext context, HttpRequestMessage request, ErrorCode onInvalidGrant)
    {
        CancellationToken caller = context.CancellationToken;
        Deadline deadline = Deadline.Rent(TimeLimit, context.Runtime.Time, caller)!;
        deadline.Run();
        PooledBuffer body = PooledBuffer.Rent(MaxBytes);
        try
        {
            using HttpResponseMessage response = await context.Runtime.Invoker.SendAsync(request, deadline.Token).ConfigureAwait(false);
            await response.Content.CopyToAsync(body, deadline.Token).ConfigureAwait(false);
            JsonDocument? answer = Parse(body.WrittenMemory.ToArray());
            string? error = answer is null ? null : TextOf(answer.RootElement, "error");
            if (response.IsSuccessStatusCode && error is null)
            {
                return answer;
            }

            answer?.Dispose();
            throw Failure(response, error, onInvalidGrant, context);
        }
        catch (OperationCanceledException e)
        {
            caller.ThrowIfCancellationRequested();
            throw new InteractorException(ErrorCode.Transient, "The token endpoint did not answer in time.", e);
        }
        catch (Exception e) when (e is not (InteractorException or OutOfMemoryException))
        {
            throw new InteractorException(ErrorCode.Transient, "The exchange with the token endpoint failed on the network.", e);
        }
        finally
        {
            body.Return();
            deadline.Stop(isQuiet: false);
        }
    }

    private static InteractorException Failure(HttpResponseMessage response, string? error, ErrorCode onInvalidGrant, ActionContext context)
    {
        int status = (int)response.StatusCode;
        ResponseHeaders headers = new(response);
        (ErrorCode code, string message) = error switch
        {
            "invalid_grant" => (onInvalidGrant, "The provider says that the grant is no longer good."),
            _ when status is 429 or >= 500 => (ErrorCode.Transient, $"The token endpoint failed; a later try may not ({status})."),
            _ => (ErrorCode.AuthExpired, $"The token endpoint refused the request ({status})."),
        };
        return new InteractorException(code, message)
        {
            Status = status,
            ProviderCode = error is { Length: <= 100 } ? SecretRedactor.Redact(error, context) : null,
            RequestId = RequestIdHeader.Read(headers) is { } id ? SecretRedactor.Redact(id, context) : null,
            RetryAfter = RetryAfterHeader.Read(headers, null, context.Runtime.Time.GetUtcNow()),
        };
    }

    private static Token Read(JsonElement answer, OAuth2Settings settings, IReadOnlyList<string> requestedScopes, Token? current, ActionContext context)
    {
        string value = TextOf(answer, "access_token")
            ?? throw new InteractorException(ErrorCode.AuthExpired, "The answer of the token endpoint has no access token.");
        return new Token
        {
            Value = value,
            Refresh = TextOf(answer, "refresh_token") ?? current?.Refresh,
            ExpiresAt = SecondsOf(answer, "expires_in") is { } seconds ? context.Runtime.Time.GetUtcNow().AddSeconds(seconds) : null,
            Scopes = TextOf(answer, "scope") is { } scope
                ? scope.Split([" ", settings.ScopeSeparator], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : requestedScopes,
            Generation = (current?.Generation ?? 0) + 1,
        };
    }

    private static JsonDocument? Parse(byte[] utf8)
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

    private static string? TextOf(JsonElement answer, string name) =>
        JsonMembers.TryGet(answer, name, out JsonElement value) && JsonMembers.TextOf(value) is { Length: > 0 } text ? text : null;

    // A number by the standard; some providers send it as text.
    private static double? SecondsOf(JsonElement answer, string name)
    {
        if (!JsonMembers.TryGet(answer, name, out JsonElement value))
        {
            return null;
        }

        string text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => JsonMembers.TextOf(value) ?? "",
            _ => "",
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e9 ? seconds : null;
    }
}
