using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>The kind <c>digest</c>: the examples of the RFC, and a provider that checks the answers.</summary>
public sealed class DigestTests
{
    private const string Nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private const string Opaque = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS";
    private const string ClientNonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    // RFC 7616, section 3.9.1.
    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void The_example_of_the_RFC(string algorithm, string response)
    {
        DigestChallenge challenge = Read($"realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm={algorithm}, nonce=\"{Nonce}\", opaque=\"{Opaque}\"");
        Assert.Equal(
            $"Digest username=\"Mufasa\", realm=\"http-auth@example.org\", nonce=\"{Nonce}\", uri=\"/dir/index.html\", response=\"{response}\", "
            + $"algorithm={algorithm}, qop=auth, nc=00000001, cnonce=\"{ClientNonce}\", opaque=\"{Opaque}\"",
            new DigestAnswer(challenge, "Mufasa", "Circle of Life").Authorization("GET", "/dir/index.html", default));
    }

    // RFC 2617, section 3.5.
    [Fact]
    public void The_example_of_the_older_RFC()
    {
        DigestChallenge challenge = DigestChallenge.Read("realm=\"testrealm@host.com\",qop=\"auth,auth-int\",nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"", "0a4f113b")!;
        Assert.Contains("response=\"6629fae49393a05397450978507c4ef1\"", new DigestAnswer(challenge, "Mufasa", "Circle Of Life").Authorization("GET", "/dir/index.html", default), StringComparison.Ordinal);
    }

    // RFC 2069, section 2.4, as its erratum 749 has it.
    [Fact]
    public void A_provider_without_quality_of_protection()
    {
        DigestChallenge challenge = Read("realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");
        string header = new DigestAnswer(challenge, "Mufasa", "CircleOfLife").Authorization("GET", "/dir/index.html", default);
        Assert.Contains("response=\"1949323746fe6a43ef61f9606e7febea\"", header, StringComparison.Ordinal);
        Assert.DoesNotContain("qop", header, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_is_protected_where_that_is_asked_for()
    {
        DigestChallenge challenge = Read("realm=r, nonce=n, qop=auth-int, algorithm=SHA-256-sess");
        string secret = Sha($"{Sha("u:r:p")}:n:{ClientNonce}");
        string expected = Sha($"{secret}:n:00000001:{ClientNonce}:auth-int:{Sha($"POST:/a?b=c:{Sha("body")}")}");
        Assert.Contains($"response=\"{expected}\"", new DigestAnswer(challenge, "u", "p").Authorization("POST", "/a?b=c", new Interactor.Runtime.Http.RequestContent("body"u8.ToArray())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_is_hashed_or_encoded_where_it_cannot_be_written()
    {
        DigestChallenge hashed = Read("realm=\"a\\\"b\", nonce=n, qop=auth, algorithm=SHA-256, userhash=true");
        string header = new DigestAnswer(hashed, "Jäsøn", "p").Authorization("GET", "/", default);
        Assert.Contains($"username=\"{Sha("Jäsøn:a\"b")}\", realm=\"a\\\"b\"", header, StringComparison.Ordinal);
        Assert.EndsWith(", userhash=true", header, StringComparison.Ordinal);
        Assert.StartsWith("Digest username*=UTF-8''J%C3%A4s%C3%B8n, realm=", new DigestAnswer(Read("realm=r, nonce=n, charset=UTF-8"), "Jäsøn", "p").Authorization("GET", "/", default), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonce=n")]
    [InlineData("realm=r")]
    [InlineData("realm=r, nonce")]
    [InlineData("realm=\"r, nonce=n")]
    [InlineData("realm=r, nonce=n, nonce=m")]
    [InlineData("realm=r, nonce=n, algorithm=SHA-512-256")]
    [InlineData("realm=r, nonce=n, qop=other")]
    public void A_challenge_that_is_not_understood_is_none(string parameters) => Assert.Null(DigestChallenge.Read(parameters, "c"));

    [Fact]
    public async Task One_challenge_is_good_for_many_calls()
    {
        Guard guard = new();
        ActionExecutor executor = Executor(guard.Provider);
        for (int i = 0; i < 3; i++)
        {
            await executor.ExecuteAsync(TestActions.Create(methods: ["digest"]), new Thing("x", 1), cancellationToken: Token);
        }

        Assert.Equal(4, guard.Provider.Requests.Count);
        Assert.Null(guard.Provider.Requests[0].Header("Authorization"));
        Assert.Equal(["nc=00000001", "nc=00000002", "nc=00000003"], guard.Provider.Requests.Skip(1).Select(static r => r.Header("Authorization")!.Split(", ").Single(static p => p.StartsWith("nc=", StringComparison.Ordinal))));
        Assert.All(guard.Provider.Requests, static r => Assert.Equal("""{"name":"x","size":1}""", r.Body));
        Assert.All(guard.Provider.Requests, static r => Assert.DoesNotContain(TestConnector.Secret, r.Header("Authorization") ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stale_nonce_is_replaced_within_the_call()
    {
        Guard guard = new();
        ActionExecutor executor = Executor(guard.Provider);
        await GetAsync(executor);
        guard.Nonce = "n2";
        await GetAsync(executor);
        Assert.Equal(4, guard.Provider.Requests.Count);
        Assert.Contains("nonce=\"n2\"", guard.Provider.Requests[^1].Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_once()
    {
        Guard guard = new() { Password = "another" };
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(guard.Provider)));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Equal(2, guard.Provider.Requests.Count);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_always_stale_is_answered_twice_at_most()
    {
        FakeProvider provider = new(static _ => Status(401, ("WWW-Authenticate", "Digest realm=r, nonce=n, stale=true")));
        Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider)))).Code);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task The_stronger_of_several_challenges_is_answered()
    {
        FakeProvider provider = new(static request => request.Header("Authorization") is null
            ? Status(401, ("WWW-Authenticate", "Basic realm=b, Digest realm=r, nonce=n, algorithm=SHA-256, qop=\"auth\", Digest realm=r, nonce=n, algorithm=MD5, qop=\"auth\""))
            : Answer("1"));
        await GetAsync(Executor(provider));
        Assert.Contains("algorithm=SHA-256", provider.Requests[1].Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic realm=b")]
    [InlineData("Digest realm=r, nonce=n, algorithm=SHA-512-256")]
    public async Task Nothing_is_sent_to_a_provider_that_asks_for_something_else(string challenge)
    {
        FakeProvider provider = new(_ => Status(401, ("WWW-Authenticate", challenge)));
        Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider)))).Code);
        Assert.Null(provider.Only.Header("Authorization"));
    }

    private static DigestChallenge Read(string parameters) => DigestChallenge.Read(parameters, ClientNonce)!;

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Task GetAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["digest"]), JsonValue.Null, cancellationToken: Token);

    private static ActionExecutor Executor(FakeProvider provider) => new(
        TestConnector.Make([new SecurityMethod
        {
            Id = "digest",
            Kind = SecurityKind.Digest,
            Digest = new DigestSettings { Username = static _ => "ann", Password = static context => context.Variables.Text("client_secret") },
        }]),
        TestConnector.Options(provider, new Connection { Method = "digest" }));

    /// <summary>A provider that works the answer out by itself.</summary>
    private sealed class Guard
    {
        public Guard() => Provider = new FakeProvider(Judge);

        public FakeProvider Provider { get; }

        public string Nonce { get; set; } = "n1";

        public string Password { get; init; } = TestConnector.Secret;

        private HttpResponseMessage Judge(SentRequest request)
        {
            if (request.Header("Authorization") is not { } header)
            {
                return Challenge(isStale: false);
            }

            Dictionary<string, string> sent = header["Digest ".Length..].Split(", ").Select(static p => p.Split('=', 2)).ToDictionary(static p => p[0], static p => p[1].Trim('"'));
            string target = Sha($"{request.Method}:{new Uri(request.Url).PathAndQuery}");
            string expected = Sha($"{Sha($"ann:the realm:{Password}")}:{sent["nonce"]}:{sent["nc"]}:{sent["cnonce"]}:auth:{target}");
            return sent["response"] != expected ? Challenge(isStale: false) : sent["nonce"] != Nonce ? Challenge(isStale: true) : Answer("""{"name":"x","size":1}""");
        }

        private HttpResponseMessage Challenge(bool isStale) =>
            Status(401, ("WWW-Authenticate", $"Digest realm=\"the realm\", qop=\"auth\", algorithm=SHA-256, nonce=\"{Nonce}\"{(isStale ? ", stale=TRUE" : "")}"));
    }
}
