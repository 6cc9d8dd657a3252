using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>The kind <c>oauth2.device</c>: consent on another device (RFC 8628).</summary>
public sealed class DeviceTests
{
    private const string DeviceUrl = "https://a.login.example.com/device";
    private const string TokenUrl = "https://a.login.example.com/token";

    // RFC 8628, section 3.2.
    private const string Codes =
        """{"device_code":"GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS","user_code":"WDJB-MJHT","verification_uri":"https://example.com/device","verification_uri_complete":"https://example.com/device?user_code=WDJB-MJHT","expires_in":1800,"interval":5}""";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_example_of_the_RFC()
    {
        FakeProvider provider = Provider(Codes, Error("authorization_pending"), Error("slow_down"), Error("authorization_pending"), static () => Answer("""{"access_token":"t1","refresh_token":"r1","expires_in":3600}"""));
        ConnectionFlow flow = Flow(provider);
        DeviceStart start = await flow.BeginDeviceAsync("device", cancellationToken: Token);
        Assert.Equal(("WDJB-MJHT", "https://example.com/device", "https://example.com/device?user_code=WDJB-MJHT"), (start.UserCode, start.VerificationUri.AbsoluteUri, start.CompleteUri!.AbsoluteUri));
        Assert.Equal(new Dictionary<string, string> { ["client_id"] = "the client", ["scope"] = "base" }, provider.Requests[0].Form);
        Assert.DoesNotContain("GmRh", $"{start}{start.Pending}", StringComparison.Ordinal);
        Assert.DoesNotContain("WDJB", $"{start}", StringComparison.Ordinal);

        Connection connection = await _clock.RunAsync(flow.CompleteDeviceAsync(PendingDevice.FromJson(start.Pending.ToJson()), Token));
        Assert.Equal(("t1", "r1"), (connection.Tokens["main"].Value, connection.Tokens["main"].Refresh));
        Assert.Equal(["base"], connection.Tokens["main"].Scopes);
        Assert.All(provider.Requests.Skip(1), static r => Assert.Equal("urn:ietf:params:oauth:grant-type:device_code", r.Form["grant_type"]));
        Assert.All(provider.Requests.Skip(1), static r => Assert.Equal("GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS", r.Form["device_code"]));
        Assert.Equal([5.0, 5, 10, 10], Waits());
    }

    [Fact]
    public async Task A_failing_endpoint_is_asked_less_often_and_not_given_up()
    {
        FakeProvider provider = Provider(Codes, static () => Status(503), static () => Status(503), static () => Status(429, ("Retry-After", "60")), static () => throw new HttpRequestException("down"), static () => Answer("""{"access_token":"t1"}"""));
        ConnectionFlow flow = Flow(provider);
        DeviceStart start = await flow.BeginDeviceAsync("device", cancellationToken: Token);
        await _clock.RunAsync(flow.CompleteDeviceAsync(start.Pending, Token));
        Assert.Equal([5.0, 10, 20, 60, 120], Waits());
    }

    [Fact]
    public async Task What_is_pending_is_refused_where_it_is_not_as_it_was_kept()
    {
        FakeProvider provider = Provider(Codes);
        ConnectionFlow flow = Flow(provider);
        PendingDevice pending = (await flow.BeginDeviceAsync("device", cancellationToken: Token)).Pending;
        foreach ((PendingDevice changed, string member) in ((PendingDevice, string)[])
        [
            (pending with { Interval = TimeSpan.FromSeconds(-5) }, "interval"),
            (pending with { Interval = TimeSpan.MaxValue }, "interval"),
            (pending with { DeviceCode = null! }, "deviceCode"),
            (pending with { Scopes = null! }, "scopes"),
            (pending with { Variables = null! }, "variables"),
        ])
        {
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => flow.CompleteDeviceAsync(changed, Token));
            Assert.Equal(ErrorCode.InputInvalid, failure.Code);
            Assert.Contains($"'{member}'", failure.Message, StringComparison.Ordinal);
        }

        Assert.Single(provider.Requests);
    }

    [Theory]
    [InlineData("access_denied")]
    [InlineData("expired_token")]
    [InlineData("invalid_grant")]
    public async Task A_refusal_or_a_dead_code_ends_the_wait(string error)
    {
        FakeProvider provider = Provider(Codes, Error(error));
        ConnectionFlow flow = Flow(provider);
        DeviceStart start = await flow.BeginDeviceAsync("device", cancellationToken: Token);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => _clock.RunAsync(flow.CompleteDeviceAsync(start.Pending, Token)));
        Assert.Equal((ErrorCode.AuthDenied, error, 2), (failure.Code, failure.ProviderCode, provider.Requests.Count));
        Assert.DoesNotContain("GmRh", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_never_decides_ends_the_wait_with_the_code()
    {
        FakeProvider provider = Provider(Codes.Replace("1800", "17", StringComparison.Ordinal), Error("authorization_pending"));
        ConnectionFlow flow = Flow(provider);
        DeviceStart start = await flow.BeginDeviceAsync("device", cancellationToken: Token);
        Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => _clock.RunAsync(flow.CompleteDeviceAsync(start.Pending, Token)))).Code);
        Assert.Equal(4, provider.Requests.Count);
    }

    [Fact]
    public async Task A_cancelled_wait_may_begin_again()
    {
        FakeProvider provider = Provider(Codes, static () => Answer("""{"access_token":"t1"}"""));
        ConnectionFlow flow = Flow(provider);
        DeviceStart start = await flow.BeginDeviceAsync("device", cancellationToken: Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flow.CompleteDeviceAsync(start.Pending, new CancellationToken(canceled: true)));
        await _clock.RunAsync(flow.CompleteDeviceAsync(start.Pending, Token));
        Assert.Equal(2, provider.Requests.Count);
    }

    [Theory]
    [InlineData("""{"error":"invalid_client"}""", 400, ErrorCode.AuthDenied)]
    [InlineData("""{"device_code":"d","verification_uri":"https://example.com/device"}""", 200, ErrorCode.AuthDenied)]
    [InlineData("""{"device_code":"d","user_code":"u"}""", 200, ErrorCode.AuthDenied)]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"http://example.com/device"}""", 200, ErrorCode.AuthDenied)]
    [InlineData("""{"device_code":"d","user_code":"u","verification_uri":"javascript:alert(1)"}""", 200, ErrorCode.AuthDenied)]
    [InlineData("no json", 200, ErrorCode.AuthDenied)]
    [InlineData("", 503, ErrorCode.Transient)]
    public async Task Without_a_code_and_an_address_nothing_begins(string body, int status, ErrorCode code)
    {
        FakeProvider provider = new(_ => Answer(body, status));
        Assert.Equal(code, (await Assert.ThrowsAsync<InteractorException>(() => Flow(provider).BeginDeviceAsync("device", cancellationToken: Token))).Code);
    }

    [Fact]
    public async Task Other_ways_to_connect_refuse_the_method()
    {
        ConnectionFlow flow = Flow(Provider(Codes));
        Assert.Equal(ErrorCode.InputInvalid, (await Assert.ThrowsAsync<InteractorException>(async () => await flow.BeginAsync("device", new Uri("https://app.example/back"), cancellationToken: Token))).Code);
        Assert.Equal(ErrorCode.InputInvalid, (await Assert.ThrowsAsync<InteractorException>(() => flow.ConnectAsync("device", new Dictionary<string, string>(), cancellationToken: Token))).Code);
        ConnectionFlow other = new(TestConnector.Make(), TestConnector.Options(Provider(Codes)));
        Assert.Equal(ErrorCode.InputInvalid, (await Assert.ThrowsAsync<InteractorException>(() => other.BeginDeviceAsync("oauth", cancellationToken: Token))).Code);
    }

    // The time limit of each request is a timer too; it never runs out here.
    private double[] Waits() => [.. _clock.Waits.Select(static w => w.TotalSeconds)];

    private static Func<HttpResponseMessage> Error(string error) => () => Answer($$"""{"error":"{{error}}"}""", 400);

    private static FakeProvider Provider(string codes, params Func<HttpResponseMessage>[] answers)
    {
        int next = 0;
        return new FakeProvider(request => request.Url == DeviceUrl ? Answer(codes) : answers[Math.Min(next++, answers.Length - 1)]());
    }

    private ConnectionFlow Flow(FakeProvider provider) => new(
        TestConnector.Make([new SecurityMethod
        {
            Id = "device",
            Kind = SecurityKind.OAuth2Device,
            OAuth = new OAuth2Settings
            {
                DeviceUrl = static _ => DeviceUrl,
                TokenUrl = static _ => TokenUrl,
                ClientId = static context => context.Variables.Text("client_id"),
                Scopes = ["base"],
            },
        }]),
        TestConnector.Options(provider, clock: _clock));
}
