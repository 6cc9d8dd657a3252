using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Tests.Executing;

/// <summary>Calls with an <c>Idempotency-Key</c> act at most once.</summary>
public sealed class IdempotencyTests(PostgresServer postgres)
{
    private const string Body = """{"amount":1}""";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repetition_gets_the_answer_of_the_first_call_and_acts_no_more()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);

        (int status, string first, bool isReplay) = await PostAsync(host, "k1");
        Assert.Equal((200, false), (status, isReplay));
        Assert.Equal((200, first, true), await PostAsync(host, "k1"));
        Assert.Single(upstream.Created);
        (status, string another, _) = await PostAsync(host, "k1", """{"amount":2}""");
        Assert.Equal(422, status);
        await HasRecordAsync(host, another);
        Assert.Equal(200, (await PostAsync(host, "k2")).Status);
        Assert.Equal(2, upstream.Created.Count);
    }

    [Fact]
    public async Task What_the_server_refuses_has_the_id_of_its_record_too()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);

        (int status, string body, _) = await PostAsync(host, "k1", new string(' ', 11 * 1024 * 1024));
        Assert.Equal(413, status);
        await HasRecordAsync(host, body);
    }

    [Fact]
    public async Task Of_many_at_once_one_acts()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);

        int[] statuses = [.. (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(host, "k1")))).Select(static answer => answer.Status)];

        Assert.Single(upstream.Created);
        Assert.Contains(200, statuses);
        Assert.All(statuses, static status => Assert.True(status is 200 or 409));
    }

    [Fact]
    public async Task What_could_not_act_may_be_tried_again_and_what_may_have_acted_may_not()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);

        upstream.Answers = static context => Answer(context, 429);
        Assert.Equal(429, (await PostAsync(host, "k1")).Status);
        upstream.Answers = null;
        Assert.Equal(200, (await PostAsync(host, "k1")).Status);

        upstream.Answers = static context => Answer(context, 503);
        Assert.Equal(502, (await PostAsync(host, "k2")).Status);
        upstream.Answers = null;
        Assert.Equal((502, true), (await PostAsync(host, "k2")) is var (status, _, isReplay) ? (status, isReplay) : default);
        Assert.Single(upstream.Created);
    }

    [Fact]
    public async Task A_row_that_went_away_while_it_was_looked_for_is_nobodys_until_it_is_put_in()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream, await postgres.NewDatabaseAsync());

        // The first row that is put in is not taken, and none is there either: what a call sees that came second when the first one just ended.
        await host.Service<Database>().ChangeAsync(
            """
            CREATE SEQUENCE tries;
            CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('tries') = 1 THEN RETURN NULL; END IF; RETURN NEW; END $$;
            CREATE TRIGGER skip BEFORE INSERT ON idempotent_call FOR EACH ROW EXECUTE FUNCTION skip()
            """,
            null,
            Token);

        Assert.Equal((200, false), (await PostAsync(host, "k1")) is var (status, _, isReplay) ? (status, isReplay) : default);
        Assert.True((await PostAsync(host, "k1")).IsReplay);
        Assert.Single(upstream.Created);
    }

    [Fact]
    public async Task A_refused_connection_did_not_act()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        Upstream gone = await Upstream.StartAsync();
        await host.UseAsync(gone);
        await host.ConnectAsync("ann");
        string url = gone.Url;
        await gone.DisposeAsync();
        Assert.Equal((500, false), (await PostAsync(host, "k1")) is var (status, _, isReplay) ? (status, isReplay) : default);

        await using Upstream upstream = await Upstream.StartAsync();
        await host.UseAsync(upstream);
        upstream.Answers = static context => context.Response.WriteAsJsonAsync(new { id = "e1" }, Token);
        Assert.NotEqual(url, upstream.Url);
        Assert.Equal(200, (await PostAsync(host, "k1")).Status);
    }

    [Fact]
    public async Task A_later_request_that_is_refused_does_not_undo_the_first_one()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);
        int paid = 0;
        upstream.Answers = context => context.Request.Path == "/notices" ? Answer(context, 429) : context.Response.WriteAsJsonAsync(new { id = $"e{Interlocked.Increment(ref paid)}" }, Token);

        Assert.Equal(429, (await PostAsync(host, "k1", action: "orders/action/order.announce")).Status);
        Assert.Equal((429, true), (await PostAsync(host, "k1", action: "orders/action/order.announce")) is var (status, _, isReplay) ? (status, isReplay) : default);
        Assert.Equal(1, paid);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_success_that_could_not_be_kept_is_answered_once_and_never_made_again(bool isPostgres)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream, isPostgres ? await postgres.NewDatabaseAsync() : null);
        Database database = host.Service<Database>();
        await database.ChangeAsync(
            isPostgres
                ? """
                  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
                  CREATE TRIGGER refuse BEFORE UPDATE ON idempotent_call FOR EACH ROW EXECUTE FUNCTION refuse()
                  """
                : "CREATE TRIGGER refuse BEFORE UPDATE ON idempotent_call BEGIN SELECT RAISE(ABORT, 'no'); END",
            null,
            Token);

        Assert.Equal((200, false), (await PostAsync(host, "k1")) is var (status, _, isReplay) ? (status, isReplay) : default);
        (int later, string body, _) = await PostAsync(host, "k1");
        Assert.Equal(409, later);
        Assert.Contains("unknown", body, StringComparison.Ordinal);
        Assert.Single(upstream.Created);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_not_kept_and_its_call_not_made_again()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);
        int calls = 0;
        upstream.Answers = context =>
        {
            Interlocked.Increment(ref calls);
            return context.Response.WriteAsJsonAsync(new { id = new string('x', 2_000_000) }, Token);
        };

        Assert.Equal(200, (await PostAsync(host, "k1")).Status);
        (int status, string body, _) = await PostAsync(host, "k1");
        Assert.Equal(409, status);
        Assert.Contains("succeeded", body, StringComparison.Ordinal);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task The_provider_gets_a_key_of_its_own_that_is_the_same_for_a_repetition()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);
        List<string> keys = [];
        upstream.Answers = context =>
        {
            keys.Add(context.Request.Headers["X-Once"].ToString());
            return Answer(context, 404);
        };

        await PostAsync(host, "order-4711", action: "orders/action/order.place");
        await PostAsync(host, "order-4711", action: "orders/action/order.place");
        await PostAsync(host, "order-4711", action: "orders/action/order.place", query: "&version=1");
        await PostAsync(host, "order-4711", action: "orders/action/order.place", query: "&version=1.0.0");
        Assert.Equal(4, keys.Count);
        Assert.All(keys, static key => Assert.True(Guid.TryParse(key, out _)));
        Assert.Equal((keys[0], keys[2]), (keys[1], keys[3]));
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Fact]
    public async Task What_was_kept_long_enough_goes_in_slices()
    {
        await using RunningHost host = await BareHost.StartAsync(connection: await postgres.NewDatabaseAsync());
        Database database = host.Service<Database>();
        string environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0].Id;
        await database.ChangeAsync(
            $"""
            INSERT INTO idempotent_call (id, environment, input, expires_at) SELECT 'c' || i, '{environment}', '', 1 FROM generate_series(1, {(Retention.MostAtOnce * 2) + 3}) AS i;
            CREATE TABLE gone (change BIGINT);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO gone VALUES (txid_current()); RETURN OLD; END $$;
            CREATE TRIGGER note BEFORE DELETE ON idempotent_call FOR EACH ROW EXECUTE FUNCTION note()
            """,
            null,
            Token);

        await host.Service<Retention>().SweepAsync(Token);
        Assert.Equal(0, await database.FindAsync<long>("SELECT COUNT(*) FROM idempotent_call", null, Token));
        Assert.Equal(Retention.MostAtOnce, await database.FindAsync<long>("SELECT MAX(count) FROM (SELECT COUNT(*) AS count FROM gone GROUP BY change) AS each_change", null, Token));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await StartAsync(upstream);

        Assert.Equal(400, (await PostAsync(host, key)).Status);
        Assert.Equal(400, (await PostAsync(host, new string('k', 256))).Status);
        Assert.Empty(upstream.Created);
    }

    private static async Task<RunningHost> StartAsync(Upstream upstream, string? connection = null)
    {
        RunningHost host = await RunningHost.StartAsync(configure: settings => new HostSettings
        {
            DataDirectory = settings.DataDirectory,
            DefinitionFolders = [.. settings.DefinitionFolders, System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", "orders")],
            IsDevelopment = true,
            Connection = connection,
        });
        await host.ConfigureAsync("interactor/orders", ("server", upstream.Url));
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        return host;
    }

    private static async Task HasRecordAsync(RunningHost host, string refusal)
    {
        string id = JsonDocument.Parse(refusal).RootElement.GetProperty("requestId").GetString()!;
        string environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0].Id;
        await Until.TrueAsync(async () => (await host.SendAsync(HttpMethod.Get, $"/api/v1/manage/environments/{environment}/executions/{id}")).Status == 200);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message = "no" }, Token);
    }

    private static async Task<(int Status, string Body, bool IsReplay)> PostAsync(
        RunningHost host, string key, string body = Body, string action = "ledger/action/entry.create", string query = "")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/connector/{action}/execute?account=ann{query}") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("x-api-key", host.Key);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        using HttpResponseMessage response = await host.Http.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token), response.Headers.Contains("Idempotency-Replayed"));
    }
}
