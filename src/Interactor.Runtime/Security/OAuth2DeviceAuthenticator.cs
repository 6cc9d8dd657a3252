using System.Text.Json;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>The device authorization grant: a person's consent on another device gives the first token, a refresh token the next (RFC 8628).</summary>
internal sealed class OAuth2DeviceAuthenticator : Authenticator
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:device_code";

    // RFC 8628, sections 3.2 and 3.5.
    private static readonly TimeSpan StandardInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(5);

    public override bool IssuesTokens => true;

    public override bool ObtainsFirstToken => false;

    public override bool CanRenew(Token? current) => current?.Refresh is not null;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current) =>
        OAuth2RefreshGrant.RequestAsync(context, context.Session.Method!.OAuth!, current!);

    /// <summary>Asks for a code that the person enters (section 3.1).</summary>
    /// <param name="draft">What is known of the connection; its code and its times are set here.</param>
    public static async ValueTask<DeviceStart> BeginAsync(ActionContext context, OAuth2Settings settings, PendingDevice draft)
    {
        NamedValues parameters = new();
        parameters.Add("scope", draft.Scopes.Count == 0 ? null : string.Join(settings.ScopeSeparator, draft.Scopes));
        settings.DeviceParameters?.Invoke(parameters, context);
        ExchangeReply reply = await TokenEndpoint.PostAsync(context, settings, settings.DeviceUrl!(context), parameters, "device authorization endpoint", asJson: false).ConfigureAwait(false);
        using JsonDocument? answer = TokenEndpoint.Parse(reply.Body);
        JsonElement root = answer?.RootElement ?? default;
        if (!reply.IsSuccess || TokenEndpoint.TextOf(root, "device_code") is not { } deviceCode || TokenEndpoint.TextOf(root, "user_code") is not { } userCode)
        {
            throw reply.Status is 429 or >= 500
                ? reply.Failure(ErrorCode.Transient, $"The device authorization endpoint failed; a later try may succeed ({reply.Status}).")
                : reply.Failure(ErrorCode.AuthDenied, $"The device authorization endpoint gives no code ({reply.Status}).");
        }

        DateTimeOffset now = context.Runtime.Time.GetUtcNow();
        PendingDevice pending = draft with
        {
            DeviceCode = deviceCode,
            Interval = IntervalOf(TokenEndpoint.TextOf(root, "interval"), now),
            ExpiresAt = TokenLifetime.After(TokenEndpoint.TextOf(root, "expires_in"), now) ?? draft.ExpiresAt,
        };
        Uri address = Address(TokenEndpoint.TextOf(root, "verification_uri") ?? TokenEndpoint.TextOf(root, "verification_url"), context)
            ?? throw reply.Failure(ErrorCode.AuthDenied, "The device authorization endpoint gives no https address to send the person to.");
        return new DeviceStart(userCode, address, Address(TokenEndpoint.TextOf(root, "verification_uri_complete"), context), pending);
    }

    /// <summary>Asks for the token until the person decided or the code is no longer good (sections 3.4 and 3.5).</summary>
    public static async ValueTask<Token> WaitAsync(ActionContext context, OAuth2Settings settings, PendingDevice pending)
    {
        TimeSpan interval = pending.Interval;
        TimeProvider time = context.Runtime.Time;
        while (time.GetUtcNow() + interval < pending.ExpiresAt)
        {
            await Task.Delay(interval, time, context.CancellationToken).ConfigureAwait(false);
            try
            {
                return await AskAsync(context, settings, pending).ConfigureAwait(false);
            }
            catch (InteractorException e) when (e.ProviderCode == "authorization_pending")
            {
                // The person has not decided yet.
            }
            catch (InteractorException e) when (e.ProviderCode == "slow_down")
            {
                interval += StandardInterval;
            }
            catch (InteractorException e) when (e.Code == ErrorCode.Transient)
            {
                TimeSpan asked = e.RetryAfter ?? interval * 2;
                interval = asked < interval ? interval : asked > LongestInterval ? LongestInterval : asked;
            }
            catch (InteractorException e) when (e.ProviderCode is "access_denied" or "expired_token")
            {
                throw e.ProviderCode == "access_denied"
                    ? new InteractorException(ErrorCode.AuthDenied, "The person refused the authorization.", e) { Status = e.Status, ProviderCode = e.ProviderCode }
                    : Expired(e.ProviderCode, e);
            }
        }

        throw Expired(providerCode: null, cause: null);
    }

    private static ValueTask<Token> AskAsync(ActionContext context, OAuth2Settings settings, PendingDevice pending)
    {
        NamedValues parameters = new();
        parameters.Add("grant_type", Grant);
        parameters.Add("device_code", pending.DeviceCode);
        settings.TokenParameters?.Invoke(parameters, context);
        return TokenEndpoint.RequestAsync(context, settings, settings.TokenUrl(context), parameters, new TokenExpectation(pending.Scopes, Current: null, ErrorCode.AuthDenied));
    }

    private static TimeSpan IntervalOf(string? text, DateTimeOffset now)
    {
        TimeSpan interval = TokenLifetime.After(text, now) - now ?? StandardInterval;
        return interval < ShortestInterval ? ShortestInterval : interval;
    }

    private static InteractorException Expired(string? providerCode, Exception? cause) =>
        new(ErrorCode.AuthDenied, "The person did not consent in time. Begin again.", cause) { ProviderCode = providerCode };

    private static Uri? Address(string? text, ActionContext context) =>
        text is not null
        && UrlRules.IsRequestable(text)
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || context.Runtime.Egress.AllowsInsecure(uri))
            ? uri
            : null;
}
