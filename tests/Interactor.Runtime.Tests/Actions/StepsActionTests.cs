using System.Text;
using System.Text.Json;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Actions;

public sealed class StepsActionTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_run_in_order_and_items_keep_theirs()
    {
        int running = 0;
        int most = 0;
        FakeProvider provider = new(async (request, token) =>
        {
            if (request.Url.EndsWith("/list", StringComparison.Ordinal))
            {
                return Answer("[5,4,3,2,1,0]");
            }

            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            string id = request.Url[(request.Url.LastIndexOf('/') + 1)..];
            await Task.Delay(int.Parse(id) * 5, token);
            Interlocked.Decrement(ref running);
            return Answer($"\"i{id}\"");
        });
        StepsAction<Frame, JsonValue, JsonValue> action = Steps(concurrency: 3);
        ActionExecutor executor = new(TestConnector.Make(action), TestConnector.Options(provider));

        ReadOnlyMemory<byte> output = await executor.ExecuteAsync("steps", null, default, null, Token);

        Assert.Equal("""["i5","i4","i3","i2","i1","i0"]""", Encoding.UTF8.GetString(output.Span));
        Assert.Equal(7, provider.Requests.Count);
        Assert.InRange(most, 2, 3);
        Assert.All(provider.Requests, static request => Assert.Equal(TestConnector.Secret, request.Header("X-Key")));
    }

    [Fact]
    public async Task The_first_failure_cancels_the_rest_and_is_thrown()
    {
        int cancelled = 0;
        FakeProvider provider = new(async (request, token) =>
        {
            if (request.Url.EndsWith("/list", StringComparison.Ordinal))
            {
                return Answer("[1,2,3,4,5,6]");
            }

            if (request.Url.EndsWith("/2", StringComparison.Ordinal))
            {
                await Task.Delay(10, token);
                return Status(409);
            }

            using CancellationTokenRegistration _ = token.Register(() => Interlocked.Increment(ref cancelled));
            await Task.Delay(Timeout.Infinite, token);
            return Answer("1");
        });
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(Steps(concurrency: 3), JsonValue.Null, cancellationToken: Token));

        Assert.Equal(ErrorCode.Conflict, failure.Code);
        Assert.Equal(2, cancelled);
        Assert.Equal(4, provider.Requests.Count);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_all_items()
    {
        using CancellationTokenSource stop = new();
        FakeProvider provider = new(async (request, token) =>
        {
            if (request.Url.EndsWith("/list", StringComparison.Ordinal))
            {
                return Answer("[1,2,3]");
            }

            stop.CancelAfter(10);
            await Task.Delay(Timeout.Infinite, token);
            return Answer("1");
        });
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executor.ExecuteAsync(Steps(concurrency: 3), JsonValue.Null, null, stop.Token));
    }

    [Fact]
    public async Task A_step_is_left_out_where_its_condition_does_not_hold_and_an_empty_list_sends_nothing()
    {
        FakeProvider provider = new(static _ => Answer("[]"));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        Assert.Equal("[]", (await executor.ExecuteAsync(Steps(concurrency: 3), JsonValue.Null, cancellationToken: Token)).ToString());
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Each_request_of_a_call_has_an_idempotency_key_of_its_own()
    {
        FakeProvider provider = new(static request => Answer(request.Url.EndsWith("/list", StringComparison.Ordinal) ? "[1,2]" : "1"));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        await executor.ExecuteAsync(Steps(1, ActionIdempotency.Key), JsonValue.Null, new ActionOptions { IdempotencyKey = "k" }, Token);
        Assert.Equal(["k-list", "k-each-0", "k-each-1"], provider.Requests.Select(static request => request.Header("Idempotency-Key")));
    }

    private static StepsAction<Frame, JsonValue, JsonValue> Steps(int concurrency, ActionIdempotency idempotency = ActionIdempotency.No) => new()
    {
        Id = "steps",
        Version = "1.0.0",
        Methods = ["key"],
        Idempotency = idempotency,
        Input = JsonContracts.Any,
        Output = JsonContracts.Any,
        CreateFrame = static input => new Frame(input),
        Steps =
        [
            new RequestStep<Frame, JsonValue>
            {
                Id = "list",
                Server = "api",
                Method = "GET",
                Body = JsonContracts.Any,
                Build = static (request, _, _) => request.Path("/list"),
                Store = static (frame, response, _) => frame.List = response,
            },
            new ForEachStep<Frame, JsonElement, JsonValue>
            {
                Id = "each",
                Server = "api",
                Method = "GET",
                Body = JsonContracts.Any,
                Concurrency = concurrency,
                When = static (frame, _) => frame.List!.Body.Element.GetArrayLength() > 0,
                Items = static (frame, _) => [.. frame.List!.Body.Element.EnumerateArray()],
                Build = static (request, _, item, _) =>
                {
                    request.Path("/items/");
                    request.Segment(item.GetRawText());
                },
                Store = static (frame, responses, _) => frame.Each = responses,
            },
        ],
        Map = static (writer, frame, _) =>
        {
            writer.WriteStartArray();
            foreach (ResponseValue<JsonValue> response in frame.Each)
            {
                response.Body.WriteTo(writer);
            }

            writer.WriteEndArray();
        },
    };

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private sealed class Frame(JsonValue input)
    {
        public JsonValue Input { get; } = input;

        public ResponseValue<JsonValue>? List { get; set; }

        public IReadOnlyList<ResponseValue<JsonValue>> Each { get; set; } = [];
    }
}
