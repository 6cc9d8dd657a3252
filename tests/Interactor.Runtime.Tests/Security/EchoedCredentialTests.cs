using System.Globalization;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;
using static Interactor.Runtime.Tests.Fakes.PagedActions;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Links and redirects that bring back what a request before them was signed with: it is sent once, and anew.</summary>
public sealed class EchoedCredentialTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly List<string> _seen = [];

    [Fact]
    public async Task A_redirect_that_echoes_a_signature_has_the_new_one_only()
    {
        FakeProvider provider = new(
            static request => Status(302, ("Location", request.Url.Replace("thing?", "moved?", StringComparison.Ordinal))), static _ => Answer("7"));
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(static (request, _, _) => request.Path("/v1/thing?a=1"), ["own"]);
        await Executor(provider, Signed()).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token);
        Assert.Equal(["https://api.example.com/v1/thing?a=1&X-Sig=s1", "https://api.example.com/v1/moved?a=1&X-Sig=s3"], provider.Requests.Select(static r => r.Url));
        Assert.Equal(["s1", "s3"], provider.Requests.Select(static r => r.Header("X-Signature")));
        Assert.Equal("a=1, no header", _seen[^1]);
    }

    [Theory]
    [InlineData("/v1/things?page=2&X-Sig=old&z=1", "page=2&z=1")]
    [InlineData("/v1/things?X%2DSig=old&page=2&X-Sig=older", "page=2")]
    [InlineData("/v1/things?X-Sig=old", "")]
    [InlineData("/v1/things?x-sig=other&X-Signal=1", "x-sig=other&X-Signal=1")]
    public async Task A_link_that_echoes_a_signature_is_signed_without_it(string link, string query)
    {
        FakeProvider provider = new(_ => Answer(Page(link, 1)), static _ => Answer(Page(null, 2)));
        await WalkAsync(provider, Signed());
        string separator = query.Length == 0 ? "" : "&";
        Assert.Equal($"https://api.example.com/v1/things?{query}{separator}X-Sig=s{_seen.Count}", provider.Requests[1].Url);
        Assert.Equal($"{query}, no header", _seen[^1]);
    }

    [Fact]
    public async Task A_signature_may_take_the_place_of_a_header_that_it_reads_and_does_so_again()
    {
        SecurityMethod method = new()
        {
            Id = "own",
            Kind = SecurityKind.Custom,
            Apply = static (request, _) => request.Header("Authorization", "Key k"),
            Signature = new RequestSignature { Write = static (request, unsigned, _) => request.Header("Authorization", unsigned.Headers["authorization"] + ":sig") },
        };
        FakeProvider provider = new(static _ => Status(307, ("Location", "/v2/thing")), static _ => Answer("7"));
        await Executor(provider, method).ExecuteAsync(TestActions.Get(methods: ["own"]), JsonValue.Null, cancellationToken: Token);
        Assert.All(provider.Requests, static request => Assert.Equal("Key k:sig", request.Header("Authorization")));
    }

    [Theory]
    [InlineData("/v1/things?page=2&api_key=old", "?page=2&api_key=NEW")]
    [InlineData("/v1/things?api%5Fkey=old&page=2", "?page=2&api_key=NEW")]
    [InlineData("/v1/things?api_key=old&api_key=older", "?api_key=NEW")]
    [InlineData("/v1/things?api_key", "?api_key=NEW")]
    [InlineData("/v1/things?", "?api_key=NEW")]
    [InlineData("/v1/things?page=2&tags[]=a", "?page=2&tags[]=NEW&api_key=NEW")]
    public async Task A_key_in_the_query_is_sent_once(string link, string query)
    {
        SecurityMethod method = new()
        {
            Id = "own",
            Kind = SecurityKind.ApiKey,
            Apply = (request, context) =>
            {
                // Some keys stand in names with brackets.
                request.Query("tags[]", query.Contains("tags", StringComparison.Ordinal) ? "NEW" : null);
                request.Query("api_key", "NEW");
            },
        };
        FakeProvider provider = new(_ => Answer(Page(link, 1)), static _ => Answer(Page(null, 2)));
        await WalkAsync(provider, method);
        Assert.Equal("https://api.example.com/v1/things" + query.Replace("[]", "%5B%5D", StringComparison.Ordinal), provider.Requests[1].Url);
    }

    [Fact]
    public async Task A_link_signed_in_its_query_by_OAuth_is_signed_in_its_header_only()
    {
        SecurityMethod method = new()
        {
            Id = "own",
            Kind = SecurityKind.OAuth1,
            OAuth1 = new OAuth1Settings
            {
                ClientId = static context => context.Variables.Text("client_id"),
                ClientSecret = static context => context.Variables.Text("client_secret"),
                Signature = OAuth1SignatureMethod.HmacSha1,
            },
        };
        FakeProvider provider = new(
            _ => Answer(Page("/v1/things?oauth_consumer_key=k&oauth_nonce=n&page=2&oauth_signature=s&oauth_signature_method=HMAC-SHA1&oauth_timestamp=1&oauth_version=1.0", 1)),
            static _ => Answer(Page(null, 2)));
        await WalkAsync(provider, method);
        Assert.Equal("https://api.example.com/v1/things?page=2", provider.Requests[1].Url);
        Assert.StartsWith("OAuth ", provider.Requests[1].Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presigned_link_is_signed_in_its_header_only()
    {
        SecurityMethod method = new()
        {
            Id = "own",
            Kind = SecurityKind.SigV4,
            SigV4 = new SigV4Settings
            {
                AccessKeyId = static context => context.Variables.Text("client_id"),
                SecretAccessKey = static context => context.Variables.Text("client_secret"),
                Region = static _ => "eu",
                Service = static _ => "s3",
            },
        };
        FakeProvider provider = new(
            _ => Answer(Page("/v1/things?X-Amz-Algorithm=a&X-Amz-Credential=c&X-Amz-Date=d&X-Amz-Expires=9&X-Amz-SignedHeaders=host&X-Amz-Signature=s&page=2", 1)),
            static _ => Answer(Page(null, 2)));
        await WalkAsync(provider, method);
        Assert.Equal("https://api.example.com/v1/things?page=2", provider.Requests[1].Url);
        Assert.StartsWith("AWS4-HMAC-SHA256 ", provider.Requests[1].Header("Authorization"), StringComparison.Ordinal);
    }

    private SecurityMethod Signed() => new()
    {
        Id = "own",
        Kind = SecurityKind.Custom,
        Signature = new RequestSignature
        {
            Write = (request, unsigned, _) =>
            {
                _seen.Add($"{unsigned.Query}, {unsigned.Headers.GetValueOrDefault("x-signature") ?? "no header"}");
                string signature = "s" + _seen.Count.ToString(CultureInfo.InvariantCulture);
                request.Header("X-Signature", signature);
                request.Query("X-Sig", signature);
            },
        },
    };

    private static async Task WalkAsync(FakeProvider provider, SecurityMethod method)
    {
        RequestAction<JsonValue, JsonValue> action = Link(["own"]);
        Assert.Equal([1, 2], await Executor(provider, method).ItemsAsync(action, Items, JsonValue.Null, cancellationToken: Token).ToListAsync(Token));
    }

    private static ActionExecutor Executor(FakeProvider provider, SecurityMethod method) =>
        new(TestConnector.Make([method]), TestConnector.Options(provider, new Connection { Method = "own" }));
}
