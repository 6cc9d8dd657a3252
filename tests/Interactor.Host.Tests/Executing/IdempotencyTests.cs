using System.Net.Http.Headers;
using System.Text;
using Interactor.Host.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Tests.Executing;

/// <summary>Calls with an <c>Idempotency-Key</c> act at most once.</summary>
public sealed class IdempotencyTests
{
    private const string Path = "/api/v1/connector/ledger/action/entry.create/execute?account=ann";
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
        Assert.Equal(422, (await PostAsync(host, "k1", """{"amount":2}""")).Status);
        Assert.Equal(200, (await PostAsync(host, "k2")).Status);
        Assert.Equal(2, upstream.Created.Count);
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

    private static async Task<RunningHost> StartAsync(Upstream upstream)
    {
        RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        return host;
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message = "no" }, Token);
    }

    private static async Task<(int Status, string Body, bool IsReplay)> PostAsync(RunningHost host, string key, string body = Body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("x-api-key", host.Key);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using HttpResponseMessage response = await host.Http.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token), response.Headers.Contains("Idempotency-Replayed"));
    }
}
