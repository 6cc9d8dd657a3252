using System.Net;
using System.Text.Json;
using System.Web;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Telemetry;

/// <summary>Every kind of credential through its whole life, with whatever a provider may do: nothing that is secret comes to light.</summary>
public sealed class LifeCanaryTests
{
    private const string Account = "a";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<string> Behaviours { get; } =
        new("success", "echo 400", "echo 401", "echo 403", "echo 429", "echo 503", "errors in 200", "cut short", "not JSON", "wrong types", "an array", "silence", "a broken connection", "cancelled");

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task No_secret_comes_to_light(string behaviour)
    {
        using Listening listening = new();
        foreach (SecurityMethod method in LifeCanary.Methods)
        {
            await LiveAsync(method, behaviour, listening);
        }

        Assert.Equal("", string.Join('\n', listening.Heard.Where(text => Marker.FormsIn(text).Any() || LifeCanary.KeyLines.Any(line => text.Contains(line, StringComparison.Ordinal))).Distinct()));
        Assert.All((string[])["log", "activity", "metric", "exception", "value"], kind => Assert.True(
            (kind is "log" or "exception" && behaviour == "success") || listening.Heard.Any(text => text.StartsWith(kind, StringComparison.Ordinal)), kind));
    }

    [Fact]
    public void The_marker_is_found_in_each_form()
    {
        string secret = Marker.Of("x");
        Assert.All(
            (string[])[secret, JsonSerializer.Serialize(secret), Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), BasicCredential.Header("u", secret), SamlAssertion.Encode("<a>" + secret)],
            text => Assert.NotEmpty(Marker.FormsIn(text)));
    }

    private static async Task LiveAsync(SecurityMethod method, string behaviour, Listening listening)
    {
        FakeClock clock = new();
        using CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        ConnectorOptions options = new()
        {
            HttpHandler = Transport.Over(new FakeProvider((request, token) => AnswerAsync(request, behaviour, cancellation, token))),
            CertificateHandler = _ => new FakeProvider((request, token) => AnswerAsync(request, behaviour, cancellation, token)),
            CredentialStore = new InMemoryCredentialStore(),
            TimeProvider = clock,
            LoggerFactory = listening,
        };
        LifeCanary.Fill(options);
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(
            static (request, _, _) => request.Path("/v1/thing"),
            [.. LifeCanary.Methods.Select(static m => m.Id)],
            [
                new() { When = static (response, _) => response.Status == 400, Code = ErrorCode.ProviderError, Message = static (response, _) => response.Body.Element.GetProperty("echo").GetString(), ProviderCode = static (response, _) => response.Body.Element.GetProperty("error").GetString() },
                new() { On = ErrorRuleScope.Any, When = static (response, context) => response.Status != 200 || response.Body.Element.TryGetProperty("echo", out _), Code = ErrorCode.ProviderError, Message = static (response, _) => response.Body.Element.GetRawText(), ProviderCode = static (response, _) => response.Headers["x-echo"] },
            ]);
        ConnectorDescriptor connector = LifeCanary.Connector(action);
        ConnectionFlow flow = new(connector, options);
        ActionExecutor executor = new(connector, options);
        ConnectionKey key = new(connector.Address, Account);

        await HearAsync(() => ConnectAsync(flow, method, clock, listening, cancellation.Token));
        await HearAsync(() => executor.ExecuteAsync(action, JsonValue.Null, new ActionOptions { Account = Account }, cancellation.Token));
        await options.CredentialStore.DeleteAsync(key, Token);
        await options.CredentialStore.TryReplaceAsync(key, LifeCanary.Connected(method.Id), 0, Token);
        await HearAsync(() => executor.ExecuteAsync(action, JsonValue.Null, new ActionOptions { Account = Account }, cancellation.Token));
        await HearAsync(() => executor.ExecuteAsync(Elsewhere(), JsonValue.Null, new ActionOptions { Account = Account }, cancellation.Token));
        listening.Hear(await options.CredentialStore.GetAsync(key, Token));
        listening.Hear((await options.CredentialStore.GetAsync(key, Token))!.Tokens["main"]);
        await HearAsync(async () => await flow.DisconnectAsync(Account, cancellation.Token));

        async Task HearAsync<T>(Func<Task<T>> work)
        {
            try
            {
                await clock.RunAsync(work());
            }
            catch (Exception e)
            {
                listening.Hear(e);
            }
        }
    }

    private static async Task<Connection?> ConnectAsync(ConnectionFlow flow, SecurityMethod method, FakeClock clock, Listening listening, CancellationToken cancellationToken)
    {
        if (method.Kind == SecurityKind.OAuth2Device)
        {
            DeviceStart device = await flow.BeginDeviceAsync(method.Id, account: Account, cancellationToken: cancellationToken);
            listening.Hear(device);
            return await flow.CompleteDeviceAsync(device.Pending, cancellationToken);
        }

        if (method.Kind != SecurityKind.OAuth2Code)
        {
            return await flow.ConnectAsync(method.Id, new Dictionary<string, string>(), Account, cancellationToken);
        }

        AuthorizationStart start = await flow.BeginAsync(method.Id, new Uri("https://app.example.com/callback"), account: Account, cancellationToken: cancellationToken);
        listening.Hear(start.Pending);
        return await flow.CompleteAsync(start.Pending, $"?code={Uri.EscapeDataString(Marker.Of("code"))}&state={HttpUtility.ParseQueryString(start.Url.Query)["state"]}", cancellationToken);
    }

    private static RequestAction<JsonValue, JsonValue> Elsewhere() => new()
    {
        Id = "thing.elsewhere",
        Version = "1.0.0",
        Effect = ActionEffect.Read,
        Methods = [.. LifeCanary.Methods.Select(static m => m.Id)],
        Input = JsonContracts.Any,
        Output = JsonContracts.Any,
        Server = "evil",
        Method = "GET",
        Timeout = TimeSpan.FromSeconds(5),
        Build = static (request, _, _) => request.Path("/thing"),
    };

    private static async Task<HttpResponseMessage> AnswerAsync(SentRequest request, string behaviour, CancellationTokenSource cancellation, CancellationToken token)
    {
        string good = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["access_token"] = Marker.Of("new"),
            ["refresh_token"] = Marker.Of("next"),
            ["other"] = Marker.Of("other"),
            ["device_code"] = Marker.Of("device"),
            ["user_code"] = "code",
            ["verification_uri"] = "https://example.com/device",
            ["id"] = "ann",
        });

        // What the provider was sent, all of it and its credential alone.
        string echo = string.Join(' ', request.Headers.Values) + request.Body + request.Url;
        string credential = request.Header("Authorization") ?? request.Header("X-Key") ?? request.Header("Cookie") ?? (request.Body.Length > 0 ? request.Body : request.Url);
        string bad = JsonSerializer.Serialize(new Dictionary<string, string> { ["echo"] = echo, ["error"] = credential, ["error_description"] = echo });
        (string, string)[] headers = [("X-Echo", credential), ("X-Request-Id", credential), ("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""), ("Retry-After", credential)];
        switch (behaviour)
        {
            case "success":
                return Answer(good);
            case "errors in 200":
                return Answer(bad, 200, headers);
            case "cut short":
                return Answer(good[..^20], 200, headers);
            case "not JSON":
                return Answer($"<p>{echo}", 200, headers);
            case "an array":
                return Answer($"[{good}]", 200, headers);
            case "wrong types":
                return Answer($$$"""{"access_token":{"value":{{{JsonSerializer.Serialize(Marker.Of("new"))}}}},"expires_in":{{{JsonSerializer.Serialize(credential)}}},"id":{{{good}}}}""", 200, headers);
            case "silence":
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            case "a broken connection":
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection was closed.");
            case "cancelled":
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
                throw new InvalidOperationException();
            default:
                return Answer(bad, int.Parse(behaviour["echo ".Length..], System.Globalization.CultureInfo.InvariantCulture), headers);
        }
    }
}
