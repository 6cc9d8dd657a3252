using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>The kind <c>custom</c>: what a definition says is applied, and signed over the request as it is sent.</summary>
public sealed class CustomTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly JsonContract<string> Text = new(JsonRead.TryString, JsonEmit.String, new JsonSchema(static () => """{"type":"string"}"""u8));

    private int _calls;

    [Fact]
    public async Task A_signature_covers_the_request_as_it_is_sent()
    {
        FakeProvider provider = new(static _ => Answer("""{"name":"n","size":1}"""));
        await CreateAsync(provider, Method());
        SentRequest sent = provider.Only;
        Assert.Equal($"https://api.example.com/v1/things?applied=a%20b&X-Sum=14", sent.Url);
        Assert.Equal(Signature("POST", "/v1/things", "applied=a%20b", sent.Body), sent.Header("X-Signature"));
        Assert.Equal("application/json", sent.Header("X-Type"));
        Assert.Equal("by script", sent.Header("X-Applied"));
    }

    [Fact]
    public async Task Each_attempt_is_signed_anew()
    {
        FakeProvider provider = new(static _ => Status(503), static _ => Answer("1"));
        await GetAsync(provider, Method(), TestActions.Get(methods: ["own"], retry: TestActions.Retry));
        Assert.Equal(2, provider.Requests.Count);
        Assert.Equal(2, _calls);
        Assert.All(provider.Requests, static request => Assert.EndsWith("/v1/thing?applied=a%20b&X-Sum=13", request.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_is_signed_for_where_it_leads()
    {
        FakeProvider provider = new(static _ => Status(307, ("Location", "/v2/thing?")), static _ => Answer("1"));
        await GetAsync(provider, Method());
        Assert.Equal("https://api.example.com/v2/thing?X-Sum=13", provider.Requests[1].Url);
        Assert.Equal(Signature("GET", "/v2/thing", "", ""), provider.Requests[1].Header("X-Signature"));
    }

    [Fact]
    public async Task A_body_that_is_not_in_memory_is_not_signed()
    {
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(
            static (request, _, _) =>
            {
                request.Path("/v1/thing");
                request.Content(BinaryContent.FromStream(new MemoryStream([1])), "image/png");
            },
            ["own"]);
        FakeProvider provider = new(static _ => Answer("1"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(provider, Method(), action));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Nothing_is_signed_for_a_host_outside_of_egress()
    {
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(static (request, _, _) => request.Url("https://evil.example.org/v1/thing"), ["own"]);
        FakeProvider provider = new(static _ => Answer("1"));
        await Assert.ThrowsAsync<InteractorException>(() => GetAsync(provider, Method(), action));
        Assert.Equal(0, _calls);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_script_that_fails_sends_nothing_and_says_nothing()
    {
        FakeProvider provider = new(static _ => Answer("1"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(provider, Method(static text => throw new FormatException(text))));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_token_of_a_request_s_own_is_had_kept_and_renewed()
    {
        int logins = 0;
        FakeProvider provider = new(request => request.Url.Contains("login", StringComparison.Ordinal) ? Answer($$"""{"token":"t{{++logins}}"}""")
            : request.Header("X-Token") == "t2" ? Answer("1") : Status(401));
        SecurityMethod method = new()
        {
            Id = "own",
            Kind = SecurityKind.Custom,
            Apply = static (request, context) => request.Header("X-Token", context.Token("main").Value),
            Session = new SessionRequest
            {
                Method = "POST",
                Build = static (request, _) => request.Url("https://a.login.example.com/login"),
                Token = static (response, _) => response.Body.Element.GetProperty("token").GetString(),
            },
            Signature = new RequestSignature { Write = static (request, unsigned, _) => request.Header("X-Signed", unsigned.Headers["x-token"]) },
        };
        await GetAsync(provider, method);
        Assert.Equal(2, logins);
        Assert.Null(provider.Requests[0].Header("X-Signed"));
        Assert.Equal("t2", provider.Requests[^1].Header("X-Signed"));
    }

    private static string Signature(string method, string path, string query, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestConnector.Secret), Encoding.UTF8.GetBytes($"{method}\n{path}\n{query}\n{body}\napi.example.com")));

    private SecurityMethod Method(Func<string, string>? sign = null)
    {
        ScriptDescriptor<string> applied = Script(static _ => "by script");
        ScriptDescriptor<string> signed = Script(text =>
        {
            _calls++;
            return sign is null ? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestConnector.Secret), Encoding.UTF8.GetBytes(text))) : sign(text + TestConnector.Secret);
        });
        return new SecurityMethod
        {
            Id = "own",
            Kind = SecurityKind.Custom,
            ApplyCalls = new(1, (_, _, context) => applied.With(JsonValue.From(context.Variables.Text("api_key")), "here")),
            Apply = static (request, context) =>
            {
                request.Query("applied", "a b");
                request.Header("X-Applied", context.Result<string>(0));
            },
            Signature = new RequestSignature
            {
                Calls = new(1, (_, request, _) => signed.With(JsonValue.From($"{request.Method}\n{request.Path}\n{request.Query}\n{request.Body}\n{request.Host}"), "here")),
                Write = static (request, unsigned, context) =>
                {
                    request.Header("X-Signature", context.Result<string>(0));
                    request.Header("X-Type", unsigned.Headers.GetValueOrDefault("content-type"));
                    request.Query("X-Sum", (unsigned.Method.Length + 10).ToString(System.Globalization.CultureInfo.InvariantCulture));
                },
            },
        };
    }

    private static ScriptDescriptor<string> Script(Func<string, string> method) =>
        new() { Name = "sign", FileName = "scripts/sign.cs", Code = ScriptCode.CSharp(Text, Text, (text, _, _) => new ValueTask<string>(method(text))), Output = Text };

    private static async Task GetAsync(FakeProvider provider, SecurityMethod method, RequestAction<JsonValue, JsonValue>? action = null)
    {
        FakeClock clock = new();
        action ??= TestActions.Get(methods: ["own"]);
        await clock.RunAsync(Executor(provider, method, action, clock).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
    }

    private static async Task CreateAsync(FakeProvider provider, SecurityMethod method)
    {
        RequestAction<Thing, Thing> action = TestActions.Create(methods: ["own"]);
        await Executor(provider, method, action, new FakeClock()).ExecuteAsync(action, new Thing("n", 1), cancellationToken: Token);
    }

    private static ActionExecutor Executor(FakeProvider provider, SecurityMethod method, ActionDescriptor action, FakeClock clock)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: clock);
        options.Account = "a";
        InMemoryCredentialStore store = new();
        store.Put(new ConnectionKey("test/mini", "a"), new Connection { Method = "own" });
        options.CredentialStore = store;
        return new ActionExecutor(TestConnector.Make([method], action), options);
    }
}
