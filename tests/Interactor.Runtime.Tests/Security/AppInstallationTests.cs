using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>The kind <c>appInstallation</c>: the app's JWT gives a token of the installation.</summary>
public sealed class AppInstallationTests
{
    private const string Tokens = "https://a.login.example.com/app/installations/7/access_tokens";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly RSA Key = RSA.Create(2048);

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_app_proves_itself_and_the_token_is_used_until_its_end()
    {
        int given = 0;
        FakeProvider provider = Provider(_ => Answer($$"""{"token":"t{{++given}}","expires_at":"{{_clock.GetUtcNow().AddHours(1):yyyy-MM-ddTHH:mm:ssZ}}"}""", 201));
        ActionExecutor executor = Executor(provider, Key.ExportRSAPrivateKeyPem());
        await GetAsync(executor);
        await GetAsync(executor);
        Assert.Equal(1, given);
        _clock.Advance(TimeSpan.FromMinutes(59.5));
        await GetAsync(executor);
        Assert.Equal("Bearer t2", provider.Requests[^1].Header("Authorization"));

        string[] parts = provider.Requests[0].Header("Authorization")!["Bearer ".Length..].Split('.');
        Assert.True(Key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using JsonDocument claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        long now = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal("app 7", claims.RootElement.GetProperty("iss").GetString());
        Assert.Equal(now - 60, claims.RootElement.GetProperty("iat").GetInt64());
        Assert.Equal(now + 480, claims.RootElement.GetProperty("exp").GetInt64());
    }

    [Fact]
    public async Task A_token_that_was_withdrawn_is_replaced_once()
    {
        int given = 0;
        FakeProvider provider = Provider(_ => Answer($$"""{"token":"t{{++given}}"}"""), static request => request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401));
        await GetAsync(Executor(provider, Key.ExportPkcs8PrivateKeyPem()));
        Assert.Equal(2, given);
    }

    [Theory]
    [InlineData(401, ErrorCode.AuthDenied)]
    [InlineData(404, ErrorCode.NotFound)]
    [InlineData(500, ErrorCode.Transient)]
    public async Task A_refused_app_gets_no_token(int status, ErrorCode code)
    {
        FakeProvider provider = Provider(_ => Status(status));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider, Key.ExportPkcs8PrivateKeyPem())));
        Assert.Equal(code, failure.Code);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_bad_key_sends_nothing_and_is_not_quoted()
    {
        FakeProvider provider = Provider(_ => Answer("{}"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider, "-----BEGIN canary-----")));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", 1767225600L)]
    [InlineData("2026-01-01T01:00:00.5+01:00", 1767225600L)]
    [InlineData("2026-01-01 00:00:00", 1767225600L)]
    [InlineData("1767225600", 1767225600L)]
    [InlineData("1767225600.0", 1767225600L)]
    [InlineData("1767225600000", 1767225600L)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1e300", null)]
    [InlineData("NaN", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_end_is_a_time_or_a_number(string? text, long? seconds) => Assert.Equal(seconds, TokenLifetime.At(text)?.ToUnixTimeSeconds());

    private static FakeProvider Provider(Func<SentRequest, HttpResponseMessage> tokens, Func<SentRequest, HttpResponseMessage>? api = null) =>
        new(request => request.Url == Tokens ? tokens(request) : api?.Invoke(request) ?? Answer("1"));

    private static Task GetAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["app"]), JsonValue.Null, cancellationToken: Token);

    private ActionExecutor Executor(FakeProvider provider, string key) => new(
        TestConnector.Make([new SecurityMethod
        {
            Id = "app",
            Kind = SecurityKind.AppInstallation,
            Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
            Session = new SessionRequest
            {
                Method = "POST",
                Build = static (request, _) => request.Url(Tokens),
                Assertion = new JwtAssertion { Key = _ => key, Issuer = static _ => "app 7", Lifetime = TimeSpan.FromMinutes(9) },
                Token = static (response, _) => TextOf(response, "token"),
                ExpiresAt = static (response, _) => TextOf(response, "expires_at"),
            },
        }]),
        TestConnector.Options(provider, new Connection { Method = "app" }, _clock));

    private static string? TextOf(Interactor.Runtime.Http.ProviderResponse response, string name) =>
        response.Body.TryGetMember(name, out JsonValue value) ? value.Element.ToString() : null;
}
