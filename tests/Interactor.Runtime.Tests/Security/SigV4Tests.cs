using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>AWS Signature Version 4 against the published test suite and the examples of the storage service's reference.</summary>
public sealed class SigV4Tests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string StorageSecret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    // aws-sig-v4-test-suite: the request, the names of signed headers, the signature.
    [Theory]
    [InlineData("GET", "/", "", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "", "", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", "", "host;x-amz-date", "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f")]
    [InlineData("GET", "//example//", "", "", "host;x-amz-date", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "", "", "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/?Param1=value2&Param1=value1", "", "", "host;x-amz-date", "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694")]
    [InlineData("GET", "/?%E1%88%B4=bar", "", "", "host;x-amz-date", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData("GET", "/", "My-Header1: value4,value1,value3,value2", "", "host;my-header1;x-amz-date", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01")]
    [InlineData("GET", "/", "My-Header1:  value1|My-Header2:  \"a   b   c\"", "", "host;my-header1;my-header2;x-amz-date", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")]
    [InlineData("POST", "/", "Content-Type: application/x-www-form-urlencoded", "Param1=value1", "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData("GET", "/", "X-Amz-Security-Token: 6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267", "", "host;x-amz-date;x-amz-security-token", "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8")]
    public void The_published_suite(string method, string target, string headers, string body, string signedHeaders, string signature)
    {
        SigV4Scope scope = new(new DateTime(2015, 8, 30, 12, 36, 0, DateTimeKind.Utc), "us-east-1", "service");
        SigV4Message message = new(method, Wire("https://example.amazonaws.com" + target), Headers(headers, scope), SigV4Message.HashOf(Encoding.UTF8.GetBytes(body)), scope);
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={signedHeaders}, Signature={signature}",
            message.Authorization("AKIDEXAMPLE", Secret));
    }

    // "Examples: Signature Calculations": GET Object, PUT Object, GET Bucket Lifecycle, GET Bucket (List Objects).
    [Theory]
    [InlineData("GET", "/test.txt", "Range: bytes=0-9", "", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")]
    [InlineData("PUT", "/test$file.text", "Date: Fri, 24 May 2013 00:00:00 GMT|x-amz-storage-class: REDUCED_REDUNDANCY", "Welcome to Amazon S3.", "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")]
    [InlineData("PUT", "/test%24file.text", "Date: Fri, 24 May 2013 00:00:00 GMT|x-amz-storage-class: REDUCED_REDUNDANCY", "Welcome to Amazon S3.", "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")]
    [InlineData("GET", "/?lifecycle", "", "", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData("GET", "/?max-keys=2&prefix=J", "", "", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public void The_examples_of_storage(string method, string target, string headers, string body, string signature)
    {
        SigV4Scope scope = new(new DateTime(2013, 5, 24, 0, 0, 0, DateTimeKind.Utc), "us-east-1", "s3");
        string hash = SigV4Message.HashOf(Encoding.UTF8.GetBytes(body));
        SigV4Message message = new(method, Wire("https://examplebucket.s3.amazonaws.com" + target), Headers($"{headers}|x-amz-content-sha256: {hash}", scope), hash, scope);
        Assert.EndsWith(", Signature=" + signature, message.Authorization("AKIAIOSFODNN7EXAMPLE", StorageSecret), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a%20b/c%2Fd", "service", "/a%2520b/c%252Fd")]
    [InlineData("/a//b/", "s3", "/a//b/")]
    [InlineData("/a b%20(c)%2F", "s3", "/a%20b%20%28c%29%2F")]
    public void A_path_is_encoded_again_save_for_storage(string path, string service, string expected)
    {
        SigV4Message message = new("GET", Wire("https://example.amazonaws.com:8443" + path), [], Empty, new SigV4Scope(DateTime.UnixEpoch, "r", service));
        Assert.Equal(expected, message.Canonical.Split('\n')[1]);
        Assert.Contains("host:example.amazonaws.com:8443\n", message.Canonical, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_a_query_is_that_of_bytes()
    {
        SigV4Message message = new("GET", Wire("https://example.amazonaws.com/?x=a.b&x=a%2Fb&a+=1=2&b"), [], Empty, new SigV4Scope(DateTime.UnixEpoch, "r", "service"));
        Assert.Equal("a%2B=1%3D2&b=&x=a%2Fb&x=a.b", message.Canonical.Split('\n')[2]);
    }

    [Theory]
    [InlineData("s3", true)]
    [InlineData("execute-api", false)]
    public async Task A_call_is_signed_with_its_body_and_its_temporary_keys(string service, bool isStorage)
    {
        FakeProvider provider = new(static _ => Answer("""{"name":"x","size":1}"""));
        await new ActionExecutor(TestConnector.Make([Method(service)]), TestConnector.Options(provider, new Connection { Method = "aws" }, new FakeClock()))
            .ExecuteAsync(TestActions.Create(methods: ["aws"]), new Thing("x", 1), cancellationToken: TestContext.Current.CancellationToken);
        SentRequest sent = provider.Only;
        Assert.Equal("20260102T030405Z", sent.Header("X-Amz-Date"));
        Assert.Equal("session " + TestConnector.Secret, sent.Header("X-Amz-Security-Token"));
        Assert.Equal(isStorage ? SigV4Message.HashOf(Encoding.UTF8.GetBytes(sent.Body)) : null, sent.Header("X-Amz-Content-Sha256"));
        Assert.StartsWith(
            $"AWS4-HMAC-SHA256 Credential=the client/20260102/eu/{service}/aws4_request, SignedHeaders=content-type;host;{(isStorage ? "x-amz-content-sha256;" : "")}x-amz-date;x-amz-security-token, Signature=",
            sent.Header("Authorization"),
            StringComparison.Ordinal);
        Assert.DoesNotContain(TestConnector.Secret, sent.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_signature_is_denied_and_says_no_secret()
    {
        FakeProvider provider = new(static request => Answer($$"""{"message":"{{request.Header("X-Amz-Security-Token")}}"}""", 403));
        ActionExecutor executor = new(TestConnector.Make([Method("s3")]), TestConnector.Options(provider, new Connection { Method = "aws" }));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Get(methods: ["aws"]), JsonValue.Null, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    private static SecurityMethod Method(string service) => new()
    {
        Id = "aws",
        Kind = SecurityKind.SigV4,
        SigV4 = new SigV4Settings
        {
            AccessKeyId = static context => context.Variables.Text("client_id"),
            SecretAccessKey = static context => context.Variables.Text("client_secret"),
            SessionToken = static context => "session " + context.Variables.Text("client_secret"),
            Region = static context => context.Variables.Text("region"),
            Service = _ => service,
        },
    };

    // As the executor makes it: what is written is what is sent.
    private static Uri Wire(string url) => new(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static IEnumerable<KeyValuePair<string, string>> Headers(string text, SigV4Scope scope) => text.Split('|', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split(':', 2))
        .Select(static pair => new KeyValuePair<string, string>(pair[0], pair[1]))
        .Append(new KeyValuePair<string, string>("X-Amz-Date", scope.Time));
}
