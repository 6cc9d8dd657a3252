using System.Net;
using System.Text;
using Interactor.Host.Api;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Api;

/// <summary>The bodies of all requests together have a limit.</summary>
public sealed class BodyBudgetTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_goes_beyond_is_told_when_to_try_again_and_places_come_back()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync(configure: static settings => new HostSettings
        {
            DataDirectory = settings.DataDirectory,
            DefinitionFolders = settings.DefinitionFolders,
            IsDevelopment = true,
            MaxRequestBytesInFlight = 100_000,
        });
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        TaskCompletionSource gate = new();
        TaskCompletionSource arrived = new();
        upstream.Answers = async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("""{"id":"e1"}"""u8.ToArray(), Token);
        };

        string body = $$"""{"amount":1,"note":"{{new string('x', 70_000)}}"}""";
        Task<HttpResponseMessage> first = PostAsync(host, body);
        await arrived.Task;
        using (HttpResponseMessage second = await PostAsync(host, body))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)), (second.StatusCode, second.Headers.RetryAfter?.Delta));
        }

        gate.SetResult();
        using (HttpResponseMessage answer = await first)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await Until.TrueAsync(() => host.Service<BodyBudget>().Held == 0);
        using HttpResponseMessage third = await PostAsync(host, body);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningHost host, string body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/connector/ledger/action/entry.create/execute?account=ann")
        {
            Headers = { { "x-api-key", host.Key } },
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return await host.Http.SendAsync(request, Token);
    }
}
