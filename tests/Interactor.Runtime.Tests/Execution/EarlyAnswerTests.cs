using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>Answers that come before all of a body is sent, which HTTP/2 allows (RFC 9113, section 8.1).</summary>
public sealed class EarlyAnswerTests
{
    private const int Size = 1024 * 1024;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_repeated_begins_when_the_upload_before_it_has_ended()
    {
        EarlyProvider provider = new((FakeProvider.Status(503, ("Retry-After", "0")), 1), (FakeProvider.Answer("1"), long.MaxValue));
        using MemoryStream stream = new(new byte[Size]);
        await SendAsync(provider, BinaryContent.FromStream(stream), TestActions.Retry);
        Assert.Equal(2, provider.Messages.Count);
        Assert.True(provider.Taken.First() < Size);
        Assert.Equal(Size, provider.Taken.Last());
    }

    [Fact]
    public async Task A_challenge_is_answered_when_the_upload_before_it_has_ended()
    {
        EarlyProvider provider = new(
            (FakeProvider.Status(401, ("WWW-Authenticate", "Digest realm=r, nonce=n, qop=auth, algorithm=SHA-256")), 1), (FakeProvider.Answer("1"), long.MaxValue));
        using MemoryStream stream = new(new byte[Size]);
        await SendAsync(provider, BinaryContent.FromStream(stream), method: "digest");
        Assert.Equal(Size, provider.Taken.Last());
        Assert.StartsWith("Digest ", provider.Messages[1].Headers.Authorization!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_challenge_is_not_answered_with_content_that_is_still_being_read()
    {
        using StuckStream stream = new();
        Challenger provider = new(stream.Begun);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync(provider, BinaryContent.FromStream(stream), method: "digest"));
        stream.Open();
        Assert.Equal((ErrorCode.AuthDenied, 401), (failure.Code, failure.Status));
        Assert.Contains("cannot be read again", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, provider.Count);
    }

    [Fact]
    public async Task What_waits_for_a_challenge_asks_before_it_uploads()
    {
        FakeProvider provider = new(
            static _ => FakeProvider.Status(401, ("WWW-Authenticate", "Digest realm=r, nonce=n, qop=auth, algorithm=SHA-256")), static _ => FakeProvider.Answer("1"));
        using MemoryStream stream = new("hello"u8.ToArray());
        await SendAsync(provider, BinaryContent.FromStream(stream), method: "digest");
        Assert.Equal(["100-continue", null], provider.Requests.Select(static request => request.Header("Expect")));
        Assert.All(provider.Requests, static request => Assert.Equal("application/octet-stream", request.Header("Content-Type")));
    }

    [Fact]
    public async Task A_failure_lets_go_of_the_content()
    {
        EarlyProvider provider = new((FakeProvider.Status(413), 1));
        using MemoryStream stream = new(new byte[Size]);
        BinaryContent content = BinaryContent.FromStream(stream);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync(provider, content));
        Assert.Equal(413, failure.Status);
        Assert.DoesNotContain("cannot be read again", failure.Message, StringComparison.Ordinal);
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_success_waits_for_the_rest_of_the_upload()
    {
        EarlyProvider provider = new((FakeProvider.Answer("1"), long.MaxValue));
        MadeStream stream = new(Size);
        await SendAsync(provider, BinaryContent.FromStream(stream));
        Assert.Equal(Size, Assert.Single(provider.Taken));
    }

    private static Task<JsonValue> SendAsync(HttpMessageHandler provider, BinaryContent content, RetryRules? retry = null, string method = "key")
    {
        RequestAction<JsonValue, JsonValue> action = new()
        {
            Id = "thing.send",
            Effect = ActionEffect.Write,
            Idempotency = ActionIdempotency.Yes,
            Methods = [method],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Server = "api",
            Method = "POST",
            Retry = retry,
            Build = (request, _, _) =>
            {
                request.Path("/v1/files");
                request.Header("Content-Type", "application/octet-stream");
                request.Content(content);
            },
        };
        SecurityMethod digest = new()
        {
            Id = "digest",
            Kind = SecurityKind.Digest,
            Digest = new DigestSettings { Username = static _ => "ann", Password = static context => context.Variables.Text("client_secret") },
        };
        ActionExecutor executor = new(
            TestConnector.Make([.. TestConnector.Methods(), digest]), TestConnector.Options(provider, method == "key" ? null : new Connection { Method = method }));
        return executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token);
    }

    /// <summary>A provider that asks for an answer while it is sent a body.</summary>
    private sealed class Challenger(Task begun) : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            _ = request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            await begun.WaitAsync(cancellationToken);
            return FakeProvider.Status(401, ("WWW-Authenticate", "Digest realm=r, nonce=n, qop=auth, algorithm=SHA-256"));
        }
    }
}
