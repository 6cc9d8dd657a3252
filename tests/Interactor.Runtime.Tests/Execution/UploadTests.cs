using System.Text;
using System.Text.RegularExpressions;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

public sealed class UploadTests
{
    private const long Megabyte = 1024 * 1024;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_travels_from_wherever_it_is()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("a.txt");
        await File.WriteAllTextAsync(file, "hello", Token);
        using MemoryStream later = new("xxhello"u8.ToArray()) { Position = 2 };
        BinaryContent[] contents =
        [
            "hello"u8.ToArray(),
            BinaryContent.FromFile(file),
            BinaryContent.FromStream(later),
            BinaryContent.FromStreams(static _ => new ValueTask<Stream>(new MemoryStream("hello"u8.ToArray())), 5),
            BinaryContent.FromStreams(static _ => new ValueTask<Stream>(new MemoryStream("hello"u8.ToArray()))),
        ];
        foreach (BinaryContent content in contents)
        {
            FakeProvider provider = new(_ => FakeProvider.Answer("1"));
            await SendAsync(provider, content);
            Assert.Equal(("hello", "application/octet-stream"), (provider.Only.Body, provider.Only.Header("Content-Type")));
        }

        Assert.Equal([5, 5, 5, 5, null], contents.Select(static content => content.Length));
        Assert.True(later.CanRead);
    }

    [Fact]
    public async Task A_part_has_the_name_and_the_type_of_its_content()
    {
        FakeProvider provider = new(_ => FakeProvider.Answer("1"));
        BinaryContent first = BinaryContent.FromStreams(static _ => new ValueTask<Stream>(new MemoryStream("one"u8.ToArray())));
        using MemoryStream stream = new("two"u8.ToArray());
        BinaryContent second = BinaryContent.FromStream(stream);
        RequestAction<JsonValue, JsonValue> action = Post((request, _, _) =>
        {
            request.Path("/v1/files");
            request.Part("note", "a note");
            request.File("file", first);
            request.File("more", [second, "three"u8.ToArray()], "image/png");
        });
        await Executor(provider).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token);
        string boundary = Regex.Match(provider.Only.Header("Content-Type")!, "boundary=(.*)$").Groups[1].Value;
        Assert.Equal(
            """
            --B
            Content-Disposition: form-data; name="note"

            a note
            --B
            Content-Disposition: form-data; name="file"; filename="file"
            Content-Type: application/octet-stream

            one
            --B
            Content-Disposition: form-data; name="more"; filename="more"
            Content-Type: image/png

            two
            --B
            Content-Disposition: form-data; name="more"; filename="more"
            Content-Type: image/png

            three
            --B--

            """.ReplaceLineEndings("\r\n"),
            provider.Only.Body.Replace(boundary, "B", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\"b\r\n.txt", "image/png", "filename=\"a%22b%0D%0A.txt\"\r\nContent-Type: image/png\r\n")]
    [InlineData(null, null, "filename=\"file\"\r\nContent-Type: application/octet-stream\r\n")]
    public async Task A_file_name_cannot_leave_its_quotes(string? name, string? mediaType, string expected)
    {
        FakeProvider provider = new(_ => FakeProvider.Answer("1"));
        BinaryContent content = BinaryContent.FromBytes("x"u8.ToArray(), mediaType, name);
        await Executor(provider).ExecuteAsync(
            Post((request, _, _) =>
            {
                request.Path("/v1/files");
                request.File("file", content);
            }),
            JsonValue.Null,
            cancellationToken: Token);
        Assert.Contains(expected, provider.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_has_no_half_characters()
    {
        foreach ((string name, string text) in new[] { ("note", "half\ud83d"), ("note\ude00", "whole") })
        {
            FakeProvider provider = new(_ => FakeProvider.Answer("1"));
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(
                Post((request, _, _) =>
                {
                    request.Path("/v1/files");
                    request.Part(name, text);
                }),
                JsonValue.Null,
                cancellationToken: Token));
            Assert.Equal(ErrorCode.InputInvalid, failure.Code);
            Assert.Contains("surrogate", failure.Message, StringComparison.Ordinal);
            Assert.Empty(provider.Requests);
        }
    }

    [Fact]
    public async Task A_media_type_with_a_line_break_is_refused()
    {
        BinaryContent content = BinaryContent.FromBytes("x"u8.ToArray(), "image/png\r\nX-Evil: 1");
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync(new FakeProvider(_ => FakeProvider.Answer("1")), content));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
    }

    [Fact]
    public async Task What_can_be_read_again_is_repeated()
    {
        using MemoryStream stream = new("hello"u8.ToArray());
        FakeProvider provider = new(_ => FakeProvider.Status(503, ("Retry-After", "0")), _ => FakeProvider.Answer("1"));
        await SendAsync(provider, BinaryContent.FromStream(stream), TestActions.Retry);
        Assert.Equal(["hello", "hello"], provider.Requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task What_can_be_read_once_is_sent_once_and_the_failure_says_so()
    {
        FakeProvider provider = new(_ => FakeProvider.Status(503, ("Retry-After", "0")), _ => FakeProvider.Answer("1"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync(provider, BinaryContent.FromStream(new MadeStream(10)), TestActions.Retry));
        Assert.Equal((ErrorCode.Transient, 503), (failure.Code, failure.Status));
        Assert.Contains("cannot be read again", failure.Message, StringComparison.Ordinal);
        Assert.Equal("xxxxxxxxxx", provider.Only.Body);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_for_the_next_call_where_the_content_cannot_be_read_again()
    {
        Func<SentRequest, HttpResponseMessage>[] answers =
        [
            _ => FakeProvider.Status(401),
            _ => FakeProvider.Answer("""{"access_token":"t2","refresh_token":"r2","expires_in":3600}"""),
            _ => FakeProvider.Answer("1"),
        ];
        using MemoryStream stream = new("hello"u8.ToArray());
        FakeProvider provider = new(answers);
        await SendAsync(provider, BinaryContent.FromStream(stream), connection: TestConnector.Connected());
        Assert.Equal("hello", provider.Requests[2].Body);

        FakeProvider second = new(answers);
        ActionExecutor executor = Executor(second, TestConnector.Connected());
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync(executor, BinaryContent.FromStream(new MadeStream(10)), methods: ["oauth"]));
        Assert.Equal((ErrorCode.AuthExpired, 401), (failure.Code, failure.Status));
        Assert.Contains("cannot be read again", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, second.Requests.Count);
        await SendAsync(executor, BinaryContent.FromStream(new MadeStream(10)), methods: ["oauth"]);
        Assert.Equal(("Bearer t2", "xxxxxxxxxx"), (second.Requests[2].Header("Authorization"), second.Requests[2].Body));
    }

    [Fact]
    public async Task A_stream_is_not_read_for_two_calls()
    {
        BinaryContent content = BinaryContent.FromStream(new MadeStream(10));
        FakeProvider provider = new(_ => FakeProvider.Answer("1"));
        await SendAsync(provider, content);
        Assert.False(content.CanRead);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync(provider, content));
        Assert.Equal((ErrorCode.InputInvalid, "thing.send"), (failure.Code, failure.Action));
        Assert.Contains("read already", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_cannot_be_read_is_the_callers_failure()
    {
        using TemporaryFolder folder = new();
        BinaryContent[] contents =
        [
            BinaryContent.FromFile(folder.File("secret-name.txt")),
            BinaryContent.FromStreams(static _ => throw new IOException("secret-name")),
            BinaryContent.FromStreams(static _ => new ValueTask<Stream>(new MadeStream(10)), 9),
            BinaryContent.FromStreams(static _ => new ValueTask<Stream>(new MadeStream(10)), 11),
        ];
        foreach (BinaryContent content in contents)
        {
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
                () => SendAsync(new FakeProvider(_ => FakeProvider.Answer("1")), content, TestActions.Retry));
            Assert.Equal(ErrorCode.InputInvalid, failure.Code);
            Assert.StartsWith("The content of the request ", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-name", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cancelled_upload_ends()
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        BinaryContent content = BinaryContent.FromStreams(async _ =>
        {
            await source.CancelAsync();
            source.Token.ThrowIfCancellationRequested();
            return new MadeStream(10);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(new FakeProvider(_ => FakeProvider.Answer("1")), content, token: source.Token));
    }

    [Fact]
    public void Content_that_is_not_in_memory_has_no_bytes_to_sign()
    {
        BinaryContent content = BinaryContent.FromStream(new MadeStream(10));
        using RequestContent body = new(default, [new ContentInsert(0, content)]);
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => body.Bytes).Code);
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => content.Bytes).Code);
        Assert.Throws<JsonContractException>(() => JsonContracts.Binary.Serialize(content));
        Assert.True(content.CanRead);
    }

    [Fact]
    public void Content_in_memory_is_equal_by_its_bytes()
    {
        BinaryContent content = "hello"u8.ToArray();
        Assert.Equal(content, BinaryContent.FromBytes("hello"u8.ToArray()));
        Assert.NotEqual(content, BinaryContent.FromBytes("hallo"u8.ToArray()));
        Assert.Equal("\"aGVsbG8=\"", Encoding.UTF8.GetString(JsonContracts.Binary.Serialize(content)));
        Assert.Equal(content, JsonContracts.Binary.Parse("\"aGVsbG8=\""u8));
        Assert.Equal("5 bytes", content.ToString());
        BinaryContent stream = BinaryContent.FromStream(new MadeStream(1));
        Assert.NotEqual(stream, BinaryContent.FromStream(new MadeStream(1)));
    }

    [Fact]
    public async Task A_provider_that_takes_no_more_is_given_no_more()
    {
        MadeStream source = new(64 * Megabyte);
        using GatedReader provider = new(stopsAt: 8 * Megabyte);
        Task sending = SendAsync(provider, BinaryContent.FromStream(source));
        await provider.Full.WaitAsync(Token);
        Assert.InRange(source.Given, 8 * Megabyte, 9 * Megabyte);
        provider.Open();
        await sending;
        Assert.Equal((64 * Megabyte, 64 * Megabyte), (source.Given, provider.Taken));
    }

    [Fact]
    public async Task Who_reads_no_more_of_a_download_is_sent_no_more()
    {
        MadeStream source = new(64 * Megabyte);
        FakeProvider provider = new(_ => new HttpResponseMessage { Content = new StreamContent(source) });
        await using Download download = await Executor(provider).DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token);
        byte[] part = new byte[8 * Megabyte];
        await download.Content.ReadExactlyAsync(part, Token);
        Assert.InRange(source.Given, 8 * Megabyte, 9 * Megabyte);
        long rest = 0;
        while (await download.Content.ReadAsync(part, Token) is > 0 and int read)
        {
            rest += read;
        }

        Assert.Equal(56 * Megabyte, rest);
    }

    private static RequestAction<JsonValue, JsonValue> Post(Action<RequestBuilder, JsonValue, ActionContext> build, RetryRules? retry = null, string[]? methods = null) => new()
    {
        Id = "thing.send",
        Effect = ActionEffect.Write,
        Idempotency = ActionIdempotency.Yes,
        Methods = methods ?? ["key"],
        Input = JsonContracts.Any,
        Output = JsonContracts.Any,
        Server = "api",
        Method = "POST",
        Retry = retry,
        Build = build,
    };

    private static Task<JsonValue> SendAsync(HttpMessageHandler provider, BinaryContent content, RetryRules? retry = null, Connection? connection = null, CancellationToken? token = null) =>
        SendAsync(Executor(provider, connection), content, retry, connection is null ? null : ["oauth"], token);

    private static Task<JsonValue> SendAsync(ActionExecutor executor, BinaryContent content, RetryRules? retry = null, string[]? methods = null, CancellationToken? token = null) =>
        executor.ExecuteAsync(
            Post(
                (request, _, _) =>
                {
                    request.Path("/v1/files");
                    request.Content(content);
                },
                retry,
                methods),
            JsonValue.Null,
            cancellationToken: token ?? Token);

    private static ActionExecutor Executor(HttpMessageHandler provider, Connection? connection = null) =>
        new(TestConnector.Make(), TestConnector.Options(provider, connection));
}
