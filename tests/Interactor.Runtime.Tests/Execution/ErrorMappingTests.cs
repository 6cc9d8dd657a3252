using System.IO.Compression;
using System.Net.Sockets;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

public sealed class ErrorMappingTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, ErrorCode.ProviderError)]
    [InlineData(422, ErrorCode.ProviderError)]
    [InlineData(401, ErrorCode.AuthDenied)]
    [InlineData(403, ErrorCode.AuthDenied)]
    [InlineData(404, ErrorCode.NotFound)]
    [InlineData(409, ErrorCode.Conflict)]
    [InlineData(412, ErrorCode.Conflict)]
    [InlineData(408, ErrorCode.Timeout)]
    [InlineData(429, ErrorCode.RateLimited)]
    [InlineData(500, ErrorCode.Transient)]
    [InlineData(503, ErrorCode.Transient)]
    [InlineData(304, ErrorCode.ProviderError)]
    public async Task A_status_has_a_meaning_where_no_rule_says_better(int status, ErrorCode expected)
    {
        InteractorException failure = await FailAsync(TestActions.Get(), _ => Answer("""{"secret":"body text"}""", status, ("X-Request-Id", "r-9"), ("Retry-After", "7")));
        Assert.Equal(expected, failure.Code);
        Assert.Equal((status, "r-9", TimeSpan.FromSeconds(7)), (failure.Status, failure.RequestId, failure.RetryAfter));
        Assert.Equal(("test/mini", "thing.get"), (failure.Connector, failure.Action));
        Assert.DoesNotContain("body text", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "Bearer realm=\"x\", error=\"insufficient_scope\", scope=\"a b\"", ErrorCode.InsufficientScope)]
    [InlineData(403, "Bearer error=insufficient_scope", ErrorCode.InsufficientScope)]
    [InlineData(403, "Bearer error=\"invalid_token\", error_description=\"no insufficient_scope\"", ErrorCode.AuthDenied)]
    [InlineData(403, "Basic realm=\"insufficient_scope\"", ErrorCode.AuthDenied)]
    [InlineData(404, "Bearer error=\"insufficient_scope\"", ErrorCode.NotFound)]
    public async Task A_grant_that_does_not_reach_is_told_from_a_refusal(int status, string challenge, ErrorCode code) =>
        Assert.Equal(code, (await FailAsync(TestActions.Get(), _ => Status(status, ("WWW-Authenticate", challenge)))).Code);

    [Fact]
    public async Task The_first_rule_that_holds_decides()
    {
        ErrorRule[] rules =
        [
            new() { When = static (response, _) => response.Body.Element.GetProperty("missing").GetBoolean(), Code = ErrorCode.Conflict },
            new() { On = ErrorRuleScope.Success, Code = ErrorCode.ScriptError },
            new()
            {
                When = static (response, _) => response.Status == 400,
                Code = ErrorCode.QuotaExceeded,
                Message = static (response, _) => response.Body.Element.GetProperty("text").GetString(),
                ProviderCode = static (response, _) => response.Headers["x-code"],
                RetryAfter = static (response, _) => response.Headers["x-wait"],
            },
            new() { Code = ErrorCode.NotFound },
        ];
        InteractorException failure = await FailAsync(TestActions.Get(errors: rules), static _ => Answer("""{"text":"too much"}""", 400, ("X-Code", "E7"), ("X-Wait", "120")));
        Assert.Equal((ErrorCode.QuotaExceeded, "too much", "E7", TimeSpan.FromMinutes(2)), (failure.Code, failure.Message, failure.ProviderCode, failure.RetryAfter));
    }

    [Fact]
    public async Task A_rule_that_cannot_be_evaluated_never_hides_the_error()
    {
        ErrorRule[] rules = [new() { Code = ErrorCode.QuotaExceeded, Message = static (_, _) => throw new InvalidOperationException("bug"), ProviderCode = static (_, _) => throw new InvalidOperationException("bug") }];
        InteractorException failure = await FailAsync(TestActions.Get(errors: rules), static _ => Body("not json"u8.ToArray(), "text/plain", 400));
        Assert.Equal((ErrorCode.QuotaExceeded, 400, null), (failure.Code, failure.Status, failure.ProviderCode));
        Assert.DoesNotContain("bug", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_successful_response_can_be_an_error_by_rule()
    {
        ErrorRule[] rules = [new() { On = ErrorRuleScope.Any, When = static (response, _) => response.Body.TryGetMember("ok", out JsonValue ok) && ok.Kind == System.Text.Json.JsonValueKind.False, Code = ErrorCode.ProviderError, Message = static (_, _) => "not ok" }];
        Assert.Equal("not ok", (await FailAsync(TestActions.Get(errors: rules), static _ => Answer("""{"ok":false}"""))).Message);
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(new FakeProvider(static _ => Answer("""{"ok":true}"""))));
        Assert.True((await executor.ExecuteAsync(TestActions.Get(errors: rules), JsonValue.Null, cancellationToken: Token)).TryGetMember("ok", out _));
    }

    [Fact]
    public async Task A_secret_that_the_provider_repeats_is_taken_out()
    {
        ErrorRule[] rules = [new() { Code = ErrorCode.AuthDenied, Message = static (response, _) => response.Body.Element.GetProperty("text").GetString() }];
        InteractorException failure = await FailAsync(TestActions.Get(errors: rules), static request => Answer($$"""{"text":"bad key {{request.Header("X-Key")}}!"}""", 401));
        Assert.Equal("bad key [secret]!", failure.Message);
    }

    [Theory]
    [InlineData("no\\r\\n\\tINFO fine", "no INFO fine")]
    [InlineData("\\u001b[31mred\\u009b0m\\u0000\\u007f", "[31mred 0m")]
    [InlineData("a\\u2028b\\u2029c\\u0085d", "a b c d")]
    [InlineData("for \\u202eadmin\\u202c and \\u2067x\\u2069", "for admin and x")]
    [InlineData("\\u05e9\\u05dc\\u05d5\\u05dd \\u200f\\ud83d\\ude00", "\u05e9\u05dc\u05d5\u05dd \u200f\ud83d\ude00")]
    [InlineData("\\u0007", "The provider refused the credential, or the account may not do this (401).")]
    public async Task What_the_provider_says_becomes_one_line_without_control_characters(string text, string message)
    {
        ErrorRule[] rules =
        [
            new()
            {
                Code = ErrorCode.AuthDenied,
                Message = static (response, _) => response.Body.Element.GetProperty("text").GetString(),
                ProviderCode = static (response, _) => response.Body.Element.GetProperty("text").GetString(),
            },
        ];
        InteractorException failure = await FailAsync(TestActions.Get(errors: rules), _ => Answer($$"""{"text":"{{text}}"}""", 401));
        Assert.Equal(message, failure.Message);
        Assert.DoesNotContain(failure.ProviderCode!, char.IsControl);
    }

    [Fact]
    public async Task A_failure_of_the_network_is_transient()
    {
        InteractorException failure = await FailAsync(TestActions.Get(), static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        Assert.Equal((ErrorCode.Transient, null), (failure.Code, failure.Status));
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_transient()
    {
        InteractorException failure = await FailAsync(TestActions.Get(), static _ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) });
        Assert.Equal(ErrorCode.Transient, failure.Code);
    }

    public static TheoryData<Exception, ErrorCode, int> Thrown => new()
    {
        { new HttpRequestException("x"), ErrorCode.Transient, 4 },
        { new IOException("x"), ErrorCode.Transient, 4 },
        { new SocketException(), ErrorCode.Transient, 4 },
        { new TimeoutException(), ErrorCode.Transient, 4 },
        { new InvalidOperationException("x"), ErrorCode.InputInvalid, 1 },
        { new NotSupportedException("x"), ErrorCode.InputInvalid, 1 },
    };

    [Theory]
    [MemberData(nameof(Thrown), DisableDiscoveryEnumeration = true)]
    public async Task Only_failures_of_the_network_are_transient_and_repeated(Exception thrown, ErrorCode code, int attempts)
    {
        FakeClock clock = new();
        FakeProvider provider = new(_ => throw thrown);
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, clock: clock));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => clock.RunAsync(executor.ExecuteAsync(TestActions.Get(retry: TestActions.Retry), JsonValue.Null, cancellationToken: Token)));
        Assert.Equal((code, attempts), (failure.Code, provider.Requests.Count));
        Assert.Contains("api.example.com", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_cannot_be_decoded_breaks_the_contract_and_is_not_asked_for_again(string coding)
    {
        foreach (int status in (int[])[200, 404])
        {
            int requests = 0;
            using DecodingHandler handler = new(coding, () =>
            {
                requests++;
                return Body("this is neither of them, and never was"u8.ToArray(), "application/json", status);
            });
            ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(handler));
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
                () => executor.ExecuteAsync(TestActions.Get(retry: TestActions.Retry), JsonValue.Null, cancellationToken: Token));
            Assert.Equal((status == 200 ? ErrorCode.ContractViolation : ErrorCode.NotFound, status, 1), (failure.Code, failure.Status, requests));
        }
    }

    private static Task<InteractorException> FailAsync(RequestAction<JsonValue, JsonValue> action, Func<SentRequest, HttpResponseMessage> answer)
    {
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(new FakeProvider(answer)));
        return Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
    }

    // Decodes as the handlers of .NET do.
    private sealed class DecodingHandler(string coding, Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = answer();
            Stream encoded = await response.Content.ReadAsStreamAsync(cancellationToken);
            response.Content = new StreamContent(coding switch
            {
                "gzip" => new GZipStream(encoded, CompressionMode.Decompress),
                "deflate" => new ZLibStream(encoded, CompressionMode.Decompress),
                _ => new BrotliStream(encoded, CompressionMode.Decompress),
            });
            return response;
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken off");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("broken off");
    }
}
