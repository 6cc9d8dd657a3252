using System.Net;
using System.Text.Json;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Executing;

/// <summary>A client that was written for the published contract works as it is.</summary>
public sealed class PublishedContractTests
{
    [Theory]
    [InlineData("interactor/gmail")]
    [InlineData("gmail")]
    public async Task From_the_url_to_the_last_page(string connector)
    {
        await using RunningHost host = await RunningHost.WithAsync("gmail");
        using PublishedClient client = new(host.Http.BaseAddress!, host.Key);

        HttpRequestException none = await Assert.ThrowsAsync<HttpRequestException>(() => client.ExecuteAsync(connector, "email.draft.list", "account=ann", null));
        Assert.Equal((HttpStatusCode.InternalServerError, "Account has no tokens"), (none.StatusCode, none.Message));

        using HttpResponseMessage consent = await host.Http.PostAsync(await client.AuthUrlAsync(connector, "ann"), new FormUrlEncodedContent([new("decision", "allow")]), TestContext.Current.CancellationToken);
        using HttpResponseMessage connected = await host.Http.GetAsync(consent.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, connected.StatusCode);

        foreach (string to in (string[])["\"a@example.com\"", "[\"a@example.com\"]"])
        {
            foreach (string query in (string[])["account=ann", "accountId=ann"])
            {
                JsonElement draft = await client.ExecuteAsync(connector, "email.draft.create", query, $$"""{"to":{{to}},"subject":"s","body":"b"}""");
                Assert.Equal("r-1", draft.GetProperty("id").GetString());
            }
        }

        Assert.Equal(JsonValueKind.Array, (await client.ExecuteAsync(connector, "email.draft.list", "account=ann", null)).GetProperty("drafts").ValueKind);
        Assert.Equal(["m1", "m3"], await client.AllAsync(connector, "email.get.batch", "ann", "messages"));
    }
}
