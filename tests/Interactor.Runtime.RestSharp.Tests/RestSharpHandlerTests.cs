using System.Text;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using RestSharp;
using RestSharp.Authenticators;
using RestSharp.Interceptors;
using Xunit;

namespace Interactor.Runtime.Tests;

/// <summary>What the adapter adds to the contract: the client's own parts work, requests arrive as written, and credentials stay where they belong.</summary>
public sealed class RestSharpHandlerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_clients_authenticator_signs_the_request()
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        await CallAsync(Transport.Over(provider, static o => o.Authenticator = new HttpBasicAuthenticator("me", "pw")));

        Assert.Equal("Basic " + Convert.ToBase64String("me:pw"u8), provider.Only.Header("Authorization"));
        Assert.Equal(TestConnector.Secret, provider.Only.Header("X-Key"));
    }

    [Fact]
    public async Task An_authenticator_that_signs_the_query_signs_what_is_sent()
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        await CallAsync(
            Transport.Over(provider, static o => o.Authenticator = OAuth1Authenticator.ForRequestToken("key", "secret")),
            static request => request.Query("q", "a b&c"));

        Assert.StartsWith("OAuth ", provider.Only.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal("https://api.example.com/v1/thing?q=a%20b%26c", provider.Only.Url);
    }

    [Fact]
    public async Task The_clients_interceptors_see_requests_and_responses()
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("""{"a":1}"""));
        Recorder recorder = new();

        JsonValue output = await CallAsync(Transport.Over(provider, o => o.Interceptors = [recorder]), static request => request.Query("q", "1"));

        Assert.Equal(["Get q=1", "GET https://api.example.com/v1/thing?q=1", """OK {"a":1}""", "OK True"], recorder.Seen);
        Assert.Equal("yes", provider.Only.Header("X-Intercepted"));
        Assert.Equal("""{"a":1}""", output.ToString());
    }

    [Fact]
    public async Task What_the_client_adds_to_the_query_is_added()
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        RestClient client = new(new RestClientOptions { FollowRedirects = false, ConfigureMessageHandler = _ => provider });
        client.AddDefaultQueryParameter("team", "blue");
        using HttpMessageInvoker invoker = new(new RestSharpHandler(client, ["api.example.com"]));

        using HttpResponseMessage response = await invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, Exact("https://api.example.com/%41?x=%7E")), Token);

        Assert.Equal("https://api.example.com/%41?x=%7E&team=blue", provider.Only.Url);
    }

    [Theory]
    [InlineData("GET", "https://api.example.com/")]
    [InlineData("GET", "https://api.example.com/a%2Fb/c%20d/%C3%A9/~x/%7Ey/%2E%2E/%41;v=1/@:!$&'()*+,=")]
    [InlineData("GET", "https://api.example.com/a?flag&x=&y=1&y=2&z=a%26b+c%20d%2B=&u=%C3%A9/?")]
    [InlineData("GET", "https://api.example.com/a?=x&&y=1")]
    [InlineData("GET", "https://api.example.com/a?")]
    [InlineData("GET", "https://api.example.com/%7Bx%7D?%7By%7D=%7Bz%7D")]
    [InlineData("DELETE", "https://api.example.com:8443/a")]
    [InlineData("HEAD", "https://api.example.com/a")]
    [InlineData("POST", "https://api.example.com/a?b=c", "{\"ü\":1}", "application/json")]
    [InlineData("PUT", "https://api.example.com/a", "x=1&y=2", "application/x-www-form-urlencoded")]
    [InlineData("PATCH", "https://api.example.com/a", "[]", "application/json-patch+json; charset=utf-8; v=2")]
    [InlineData("POST", "https://api.example.com/a", "--b\r\n\r\nx\r\n--b--", "multipart/related; boundary=b; type=\"text/plain\"")]
    [InlineData("POST", "https://api.example.com/a", "raw", null)]
    [InlineData("POST", "https://api.example.com/a", "", "text/plain")]
    [InlineData("DELETE", "https://api.example.com/a", "{}", "application/json")]
    public async Task A_request_arrives_as_it_was_written(string method, string url, string? body = null, string? mediaType = null)
    {
        FakeProvider direct = new(static _ => FakeProvider.Answer("1"));
        FakeProvider adapted = new(static _ => FakeProvider.Answer("1"));
        foreach (HttpMessageHandler handler in (HttpMessageHandler[])[direct, Transport.Over(adapted)])
        {
            HttpRequestMessage request = new(new HttpMethod(method), Exact(url));
            request.Headers.TryAddWithoutValidation("Accept", "application/json;q=1, text/x");
            request.Headers.TryAddWithoutValidation("User-Agent", "connector/1 (x; y)");
            request.Headers.TryAddWithoutValidation("Authorization", "Custom a=\"b\", c");
            request.Headers.TryAddWithoutValidation("X-Many", ["1", "2"]);
            request.Headers.TryAddWithoutValidation("If-None-Match", "W/\"x\"");
            if (body is not null)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                if (mediaType is not null)
                {
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
                }

                request.Content.Headers.TryAddWithoutValidation("Content-Language", "en");
            }

            using HttpMessageInvoker invoker = new(handler);
            using HttpResponseMessage response = await invoker.SendAsync(request, Token);
        }

        Assert.Equal((direct.Only.Method, direct.Only.Url, direct.Only.Body), (adapted.Only.Method, adapted.Only.Url, adapted.Only.Body));
        Assert.Equal(HeadersOf(direct.Only), HeadersOf(adapted.Only));
    }

    [Fact]
    public async Task A_response_comes_back_as_it_was_sent()
    {
        FakeProvider provider = new(static _ =>
        {
            HttpResponseMessage answer = FakeProvider.Body([0, 255, 10], "application/x-y; z=1", 418);
            answer.Headers.TryAddWithoutValidation("X-Many", ["1", "2"]);
            answer.Headers.TryAddWithoutValidation("Set-Cookie", "not a cookie; =;;");
            answer.Headers.TryAddWithoutValidation("Date", "nonsense");
            return answer;
        });
        using HttpMessageInvoker invoker = new(Transport.Over(provider));
        using HttpRequestMessage request = new(HttpMethod.Get, "https://api.example.com/");

        using HttpResponseMessage response = await invoker.SendAsync(request, Token);

        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal([0, 255, 10], await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("application/x-y; z=1", response.Content.Headers.NonValidated["Content-Type"].ToString());
        Assert.Equal(["1", "2"], response.Headers.NonValidated["X-Many"]);
        Assert.Equal("nonsense", response.Headers.NonValidated["Date"].ToString());
        Assert.Same(request, response.RequestMessage);
    }

    [Fact]
    public async Task An_endless_body_is_not_read_beyond_the_limit()
    {
        FakeProvider provider = new(static _ => new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) });
        ConnectorOptions options = TestConnector.Options(provider);
        options.MaxResponseBytes = 100_000;

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));

        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
    }

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("https://example.com/")]
    [InlineData("https://notexample.com/")]
    [InlineData("http://api.example.com/")]
    public async Task A_host_that_is_not_listed_sees_nothing(string url)
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        Recorder recorder = new();
        RestClient client = new(new RestClientOptions { FollowRedirects = false, ConfigureMessageHandler = _ => provider, Interceptors = [recorder] });
        using HttpMessageInvoker invoker = new(new RestSharpHandler(client, ["*.example.com", "http://plain.example.com"]));

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, url), Token));

        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Empty(provider.Requests);
        Assert.Empty(recorder.Seen);
    }

    [Fact]
    public async Task A_host_may_be_listed_without_encryption()
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        RestClient client = new(new RestClientOptions { FollowRedirects = false, ConfigureMessageHandler = _ => provider });
        using HttpMessageInvoker invoker = new(new RestSharpHandler(client, ["http://Plain.example.com"]));

        using HttpResponseMessage response = await invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://plain.example.com/"), Token);

        Assert.Equal("http://plain.example.com/", provider.Only.Url);
    }

    [Fact]
    public void A_client_that_follows_redirects_is_refused() =>
        Assert.Contains("FollowRedirects", Assert.Throws<ArgumentException>(() => new RestSharpHandler(new RestClient(), [])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_client_that_keeps_cookies_is_refused() =>
        Assert.Contains("cookies", Assert.Throws<ArgumentException>(() => new RestSharpHandler(
            new RestClient(new RestClientOptions { FollowRedirects = false, CookieContainer = new() }), [])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_method_that_RestSharp_does_not_know_is_told()
    {
        using HttpMessageInvoker invoker = new(Transport.Over(new FakeProvider(static _ => FakeProvider.Answer("1"))));

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => invoker.SendAsync(new HttpRequestMessage(HttpMethod.Trace, "https://api.example.com/"), Token));

        Assert.Equal("RestSharp has no method TRACE.", failure.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_interceptor_that_throws_ends_the_attempt(bool isBefore)
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => CallAsync(Transport.Over(provider, o => o.Interceptors = [new Thrower(isBefore)])));

        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Equal(isBefore ? 0 : 1, provider.Requests.Count);
    }

    private static Task<JsonValue> CallAsync(HttpMessageHandler handler, Action<RequestBuilder>? build = null)
    {
        ConnectorOptions options = TestConnector.Options(new FakeProvider(static _ => FakeProvider.Answer("1")));
        options.HttpHandler = handler;
        return new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(
            TestActions.Get((request, _, _) =>
            {
                request.Path("/v1/thing");
                build?.Invoke(request);
            }),
            JsonValue.Null,
            cancellationToken: Token);
    }

    private static Uri Exact(string url) => new(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static IEnumerable<string> HeadersOf(SentRequest request) =>
        request.Headers.Where(static h => h.Key is not ("Content-Length" or "Accept-Encoding")).Select(static h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal);

    private sealed class Recorder : Interceptor
    {
        public List<string> Seen { get; } = [];

        public override ValueTask BeforeRequest(RestRequest request, CancellationToken cancellationToken)
        {
            Seen.Add($"{request.Method} {string.Join('&', request.Parameters.Where(p => p.Type == ParameterType.QueryString).Select(p => $"{p.Name}={p.Value}"))}");
            return ValueTask.CompletedTask;
        }

        public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
        {
            Seen.Add($"{requestMessage.Method} {requestMessage.RequestUri}");
            requestMessage.Headers.Add("X-Intercepted", "yes");
            return ValueTask.CompletedTask;
        }

        public override async ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken) =>
            Seen.Add($"{responseMessage.StatusCode} {await responseMessage.Content.ReadAsStringAsync(cancellationToken)}");

        public override ValueTask AfterRequest(RestResponse response, CancellationToken cancellationToken)
        {
            Seen.Add($"{response.StatusCode} {response.IsSuccessful}");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Thrower(bool isBefore) : Interceptor
    {
        public override ValueTask BeforeRequest(RestRequest request, CancellationToken cancellationToken) =>
            isBefore ? throw new InvalidOperationException("before") : ValueTask.CompletedTask;

        public override ValueTask AfterRequest(RestResponse response, CancellationToken cancellationToken) =>
            isBefore ? ValueTask.CompletedTask : throw new InvalidOperationException("after");
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
