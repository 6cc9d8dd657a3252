using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

public sealed class StreamTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_there_before_the_answer_ends()
    {
        FedBody body = new();
        await using IAsyncEnumerator<long> items = Enumerate(_ => body.ToResponse());
        await body.FeedAsync("1\n2");
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(1, items.Current);
        ValueTask<bool> second = items.MoveNextAsync();
        Assert.False(second.IsCompleted);
        await body.FeedAsync("2\n");
        Assert.True(await second);
        Assert.Equal(22, items.Current);
        body.End();
        Assert.False(await items.MoveNextAsync());
    }

    [Theory]
    [InlineData("1\n2\n3\n")]
    [InlineData("1\r\n2\r\n3")]
    [InlineData("\uFEFF1\n\n  \n2\n \r\n3\n\n")]
    public async Task Lines_end_as_they_may(string text) => Assert.Equal([1, 2, 3], await AllAsync(StreamActions.Lines(), text));

    [Fact]
    public async Task A_line_may_be_longer_than_any_buffer()
    {
        string number = new string(' ', 100_000) + "7";
        Assert.Equal([7, 7], await AllAsync(StreamActions.Lines(), number + "\n" + number));
    }

    [Fact]
    public async Task Records_of_a_sequence_begin_with_a_separator()
    {
        Assert.Equal([1, 2], await AllAsync(StreamActions.Lines(), "\u001e1\n\u001e\n2\n", "application/json-seq"));
        Assert.Empty(await AllAsync(StreamActions.Lines(), "", "application/json-seq"));
    }

    [Fact]
    public async Task A_number_of_a_sequence_that_may_be_cut_short_is_refused()
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => AllAsync(StreamActions.Lines(), "\u001e1\n\u001e12", "application/json-seq"));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains("record 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_text_are_as_they_stand() =>
        Assert.Equal(["a \"b\"", "", " c", "1"], await AllAsync(StreamActions.Text(), "a \"b\"\n\n c\r\n1", "text/plain"));

    [Theory]
    [InlineData("iso-8859-1", 28591)]
    [InlineData("\"UTF-16\"", 1200)]
    [InlineData("utf-16be", 1201)]
    [InlineData("us-ascii", 65001)]
    public async Task Lines_are_read_in_their_charset(string charset, int codePage)
    {
        FakeProvider provider = new(_ => FakeProvider.Body(Encoding.GetEncoding(codePage).GetBytes("größe\nna\u00efve\n"), "text/plain; charset=" + charset));
        Assert.Equal(["größe", "na\u00efve"], await AllAsync(provider, StreamActions.Text()));
    }

    [Fact]
    public async Task A_charset_that_is_not_read_is_named()
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => AllAsync(StreamActions.Text(), "x", "text/plain; charset=ebcdic"));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains("'ebcdic'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StreamKind.Lines, "application/x-ndjson", "1\n", "2")]
    [InlineData(StreamKind.Events, "text/event-stream", "data: 1\n\n", ": alive\n\n")]
    public async Task A_silent_stream_ends(StreamKind kind, string mediaType, string first, string sign)
    {
        FakeClock clock = new();
        FedBody body = new();
        await body.FeedAsync(first);
        await using IAsyncEnumerator<long> items = Enumerate(
            _ => body.ToResponse(mediaType),
            StreamActions.Lines(kind),
            options =>
            {
                options.TimeProvider = clock;
                options.StreamIdleTimeout = TimeSpan.FromSeconds(90);
            });
        Assert.True(await items.MoveNextAsync());
        Task<bool> next = items.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(60));
        await body.FeedAsync(sign);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => clock.RunAsync(next));
        Assert.Equal((ErrorCode.Timeout, "thing.watch"), (failure.Code, failure.Action));
        Assert.Contains("90 seconds", failure.Message, StringComparison.Ordinal);
        await body.Released;
    }

    [Fact]
    public void A_time_without_sense_is_refused()
    {
        ConnectorOptions options = new() { StreamIdleTimeout = Timeout.InfiniteTimeSpan };
        Assert.Throws<ArgumentOutOfRangeException>(() => options.StreamIdleTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.StreamIdleTimeout = TimeSpan.FromDays(60));
        Assert.Equal(Timeout.InfiniteTimeSpan, options.StreamIdleTimeout);
    }

    [Fact]
    public async Task Events_give_their_data()
    {
        const string Text = ": hello\n\nevent: delta\nid: 7\ndata: 1\n\ndata:2\r\n\r\nevent: ping\ndata: 3\n\nretry: 10\n\n";
        Assert.Equal([1, 2, 3], await AllAsync(StreamActions.Lines(StreamKind.Events), Text, "text/event-stream"));
        Assert.Equal([1, 2], await AllAsync(StreamActions.Lines(StreamKind.Events, types: ["delta", "message"]), Text, "text/event-stream; charset=utf-8"));
        Assert.Equal(["a\nb"], await AllAsync(StreamActions.Text(StreamKind.Events), "data: a\ndata: b\n\n", "text/event-stream"));
    }

    [Fact]
    public async Task What_ends_a_stream_is_no_item()
    {
        Assert.Equal([1], await AllAsync(StreamActions.Lines(StreamKind.Events, end: "[DONE]"), "data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", "text/event-stream"));
        Assert.Equal([1], await AllAsync(StreamActions.Lines(end: "."), "1\n.\n2\n"));

        // Of whatever type, because what ends a stream is none of the items.
        Assert.Equal([1], await AllAsync(
            StreamActions.Lines(StreamKind.Events, end: "[DONE]", types: ["delta"]), "event: delta\ndata: 1\n\ndata: [DONE]\n\nevent: delta\ndata: 2\n\n", "text/event-stream"));
    }

    [Theory]
    [InlineData(StreamKind.Lines, "1\n\n\"canary\"\n", "Line 3", "application/x-ndjson")]
    [InlineData(StreamKind.Events, "data: 1\n\ndata: \"canary\"\n\n", "Event 2", "text/event-stream")]
    public async Task A_malformed_item_is_located_and_not_shown(StreamKind kind, string text, string place, string mediaType)
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => AllAsync(StreamActions.Lines(kind), text, mediaType));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.StartsWith(place + " of the stream", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("test/mini", "thing.watch"), (failure.Connector, failure.Action));
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_place_of_events_is_refused()
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => AllAsync(StreamActions.Lines(StreamKind.Events), "<p>", "text/html"));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains("text/html", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StreamKind.Lines, "application/x-ndjson", "1\n", "")]
    [InlineData(StreamKind.Events, "text/event-stream", "data: 1\n\n", "data: ")]
    public async Task An_item_without_end_is_refused(StreamKind kind, string mediaType, string first, string start)
    {
        FedBody body = new();
        await body.FeedAsync(first + start + new string(' ', 2000));
        await using IAsyncEnumerator<long> items = Enumerate(_ => body.ToResponse(mediaType), StreamActions.Lines(kind), options => options.MaxItemBytes = 1000);
        Assert.True(await items.MoveNextAsync());
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () => await items.MoveNextAsync());
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains("1000 bytes", failure.Message, StringComparison.Ordinal);
        await body.Released;
    }

    [Fact]
    public async Task Many_lines_of_one_event_count_together_and_comments_do_not()
    {
        string comments = string.Concat(Enumerable.Repeat(": still here\n\n", 500));
        string pairs = string.Concat(Enumerable.Repeat("data: 1\r\n\r\n", 500));
        Assert.Equal(500, (await AllAsync(StreamActions.Lines(StreamKind.Events), comments + pairs, "text/event-stream", options => options.MaxItemBytes = 1000)).Count);
        string lines = string.Concat(Enumerable.Repeat("data: \n", 500));
        await Assert.ThrowsAsync<InteractorException>(() => AllAsync(StreamActions.Lines(StreamKind.Events), lines, "text/event-stream", options => options.MaxItemBytes = 1000));
    }

    [Fact]
    public async Task A_failed_status_is_an_error_and_is_repeated_before_the_answer_begins()
    {
        FakeProvider provider = new(
            _ => FakeProvider.Status(503, ("Retry-After", "0")),
            _ => FakeProvider.Body("1\n"u8.ToArray(), "application/x-ndjson"));
        Assert.Equal([1], await AllAsync(provider, StreamActions.Lines(retry: TestActions.Retry)));
        Assert.Equal(2, provider.Requests.Count);

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => AllAsync(new FakeProvider(_ => FakeProvider.Status(404)), StreamActions.Lines()));
        Assert.Equal((ErrorCode.NotFound, 404), (failure.Code, failure.Status));
    }

    [Fact]
    public async Task An_expired_token_is_renewed_once()
    {
        FakeProvider provider = new(
            _ => FakeProvider.Status(401),
            _ => FakeProvider.Answer("""{"access_token":"t2","refresh_token":"r2","expires_in":3600}"""),
            _ => FakeProvider.Body("1\n"u8.ToArray(), "application/x-ndjson"));
        Assert.Equal([1], await AllAsync(provider, StreamActions.Lines(methods: ["oauth"]), TestConnector.Connected()));
        Assert.Equal("Bearer t2", provider.Requests[2].Header("Authorization"));
    }

    [Fact]
    public async Task A_stream_that_breaks_is_transient_and_not_repeated()
    {
        FedBody body = new();
        await body.FeedAsync("1\n");
        int requests = 0;
        await using IAsyncEnumerator<long> items = Enumerate(
            _ =>
            {
                requests++;
                return body.ToResponse();
            },
            StreamActions.Lines(retry: TestActions.Retry));
        Assert.True(await items.MoveNextAsync());
        body.End(new IOException("reset " + TestConnector.Secret));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () => await items.MoveNextAsync());
        Assert.Equal(ErrorCode.Transient, failure.Code);
        Assert.Contains("after 1 item ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestConnector.Secret, failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, requests);
        await body.Released;
    }

    [Fact]
    public async Task A_cancelled_wait_ends_the_request()
    {
        FedBody body = new();
        await body.FeedAsync("1\n");
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using IAsyncEnumerator<long> items = Enumerate(_ => body.ToResponse(), token: source.Token);
        Assert.True(await items.MoveNextAsync());
        ValueTask<bool> waiting = items.MoveNextAsync();
        await source.CancelAsync();
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        Assert.Equal(source.Token, cancelled.CancellationToken);
        await body.Released;
    }

    [Fact]
    public async Task Who_leaves_the_loop_ends_the_request()
    {
        FedBody body = new();
        await body.FeedAsync("1\n2\n");
        await foreach (long item in Executor(new FakeProvider(_ => body.ToResponse())).StreamAsync(StreamActions.Lines(), JsonValue.Null, cancellationToken: Token))
        {
            Assert.Equal(1, item);
            break;
        }

        await body.Released;
    }

    [Fact]
    public async Task The_timeout_ends_where_the_answer_begins()
    {
        FakeClock clock = new();
        FedBody body = new();
        await using IAsyncEnumerator<long> items = Enumerate(_ => body.ToResponse(), StreamActions.Lines(timeout: TimeSpan.FromSeconds(5)), options => options.TimeProvider = clock);
        await body.FeedAsync("1\n");
        Assert.True(await items.MoveNextAsync());
        ValueTask<bool> waiting = items.MoveNextAsync();
        clock.Advance(TimeSpan.FromMinutes(4));
        await body.FeedAsync("2\n");
        Assert.True(await waiting);
    }

    [Fact]
    public async Task By_name_a_stream_gives_a_list_or_item_after_item()
    {
        ActionExecutor executor = Executor(new FakeProvider(_ => FakeProvider.Body("1\n 2\n"u8.ToArray(), "application/x-ndjson")));
        Assert.Equal("[1, 2]", Encoding.UTF8.GetString((await executor.ExecuteAsync("thing.watch", null, default, cancellationToken: Token)).Span));
        List<string> items = [];
        await foreach (ReadOnlyMemory<byte> item in executor.PagesAsync("thing.watch", null, default, cancellationToken: Token))
        {
            items.Add(Encoding.UTF8.GetString(item.Span));
        }

        Assert.Equal(["1", " 2"], items);
    }

    [Fact]
    public async Task A_list_of_all_items_has_a_limit()
    {
        ActionExecutor executor = Executor(new FakeProvider(_ => FakeProvider.Body("1\n2\n3\n"u8.ToArray(), "application/x-ndjson")), options => options.MaxResponseBytes = 4);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync("thing.watch", null, default, cancellationToken: Token));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
    }

    [Fact]
    public async Task Nothing_is_sent_before_an_item_is_wanted()
    {
        FakeProvider provider = new(_ => FakeProvider.Body("1\n"u8.ToArray(), null));
        IAsyncEnumerable<long> items = Executor(provider).StreamAsync(StreamActions.Lines(), JsonValue.Null, cancellationToken: Token);
        Assert.Empty(provider.Requests);
        await foreach (long _ in items)
        {
        }

        Assert.StartsWith("application/x-ndjson", provider.Only.Header("Accept"), StringComparison.Ordinal);
    }

    private static IAsyncEnumerator<long> Enumerate(
        Func<SentRequest, HttpResponseMessage> answer, StreamAction<JsonValue, long>? action = null, Action<ConnectorOptions>? configure = null, CancellationToken? token = null) =>
        Executor(new FakeProvider(answer), configure).StreamAsync(action ?? StreamActions.Lines(), JsonValue.Null).GetAsyncEnumerator(token ?? Token);

    private static Task<List<TItem>> AllAsync<TItem>(StreamAction<JsonValue, TItem> action, string text, string mediaType = "application/x-ndjson", Action<ConnectorOptions>? configure = null) =>
        AllAsync(new FakeProvider(_ => FakeProvider.Body(Encoding.UTF8.GetBytes(text), mediaType)), action, configure: configure);

    private static async Task<List<TItem>> AllAsync<TItem>(FakeProvider provider, StreamAction<JsonValue, TItem> action, Connection? connection = null, Action<ConnectorOptions>? configure = null)
    {
        List<TItem> items = [];
        await foreach (TItem item in Executor(provider, configure, connection).StreamAsync(action, JsonValue.Null, cancellationToken: Token))
        {
            items.Add(item);
        }

        return items;
    }

    private static ActionExecutor Executor(FakeProvider provider, Action<ConnectorOptions>? configure = null, Connection? connection = null)
    {
        ConnectorOptions options = TestConnector.Options(provider, connection);
        configure?.Invoke(options);
        return new ActionExecutor(TestConnector.Make(StreamActions.Lines()), options);
    }
}
