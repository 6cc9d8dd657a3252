using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;
using static Interactor.Runtime.Tests.Fakes.PagedActions;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>Links to the next page are the provider's text: they lead where a credential may go, and nowhere else.</summary>
public sealed class PageLinkTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://api.example.com/v2/things?page=2", "https://api.example.com/v2/things?page=2")]
    [InlineData("/v1/things?page=2&q=a%20b", "https://api.example.com/v1/things?page=2&q=a%20b")]
    [InlineData("?page=2", "https://api.example.com/v1/things?page=2")]
    [InlineData("//api.example.com/x", "https://api.example.com/x")]
    [InlineData("https://a.login.example.com/things", "https://a.login.example.com/things")]
    public async Task A_link_is_followed_with_the_headers_of_the_action(string link, string url)
    {
        FakeProvider provider = new(_ => Answer(Page(link, 1)), static _ => Answer(Page(null, 2)));
        Assert.Equal([1, 2], await ItemsAsync(provider, Link()));
        Assert.Equal(["https://api.example.com/v1/things?first=1", url], provider.Requests.Select(static request => request.Url));
        Assert.All(provider.Requests, static request => Assert.Equal((TestConnector.Secret, "7"), (request.Header("X-Key"), request.Header("X-Version"))));
    }

    [Theory]
    [InlineData("https://evil.example.org/things")]
    [InlineData("//evil.example.org/things")]
    [InlineData("http://api.example.com/v1/things?page=2")]
    [InlineData("https://api.example.com.evil.test/")]
    [InlineData("https://api.example.com@evil.test/")]
    [InlineData("https://user@api.example.com/v1/things")]
    [InlineData("https://127.0.0.1/things")]
    [InlineData("https://localhost/things")]
    [InlineData("https://[::1]/things")]
    [InlineData("https://[::ffff:127.0.0.1]/things")]
    [InlineData("https://2130706433/things")]
    [InlineData("https://0177.0.0.1/things")]
    [InlineData("https://0x7f.1/things")]
    [InlineData("https://10.0.0.8/things")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public async Task A_link_elsewhere_is_refused_before_anything_is_sent(string link)
    {
        foreach (string[] methods in (string[][])[["key"], []])
        {
            FakeProvider provider = new(_ => Answer(Page(link, 1)), static _ => Answer(Page(null, 2)));
            List<long> given = [];
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () =>
            {
                await foreach (long item in Executor(provider).ItemsAsync(Link(methods), Items, JsonValue.Null, cancellationToken: Token))
                {
                    given.Add(item);
                }
            });
            Assert.Equal(ErrorCode.AuthDenied, failure.Code);
            Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
            Assert.Single(provider.Requests);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("https://evil.test\\@api.example.com/")]
    [InlineData("/things\r\nX-Injected: 1")]
    public async Task What_is_no_link_is_an_error_of_the_provider(string link)
    {
        FakeProvider provider = new(_ => Answer(Page(link, 1)), static _ => Answer(Page(null, 2)));
        Assert.Equal(ErrorCode.ProviderError, (await Assert.ThrowsAsync<InteractorException>(() => ItemsAsync(provider, Link()))).Code);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_link_that_leads_back_stops_with_an_error()
    {
        FakeProvider provider = new(_ => Answer(Page("/v1/things?page=2", 1)));
        Assert.Equal(ErrorCode.ProviderError, (await Assert.ThrowsAsync<InteractorException>(() => ItemsAsync(provider, Link()))).Code);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task A_relative_link_belongs_to_where_the_page_came_from()
    {
        FakeProvider provider = new(_ => Status(302, ("Location", "/moved/things")), _ => Answer(Page("more?page=2", 1)), static _ => Answer(Page(null, 2)));
        Assert.Equal([1, 2], await ItemsAsync(provider, Link()));
        Assert.Equal("https://api.example.com/moved/more?page=2", provider.Requests[^1].Url);
    }

    [Theory]
    [InlineData("<https://api.example.com/v1/things?page=2>; rel=\"next\"")]
    [InlineData("</v1/things?page=9>; rel=last, </v1/things?page=2>; title=\"a, b; <c>\"; rel=next")]
    [InlineData("</v1/things?page=1>; rel=\"prev first\", < /v1/things?page=2 > ; REL = \"Other NEXT\"")]
    public async Task A_header_links_to_the_next_page(string header)
    {
        RequestAction<JsonValue, JsonValue> action = Of(new HeaderLinkPages<JsonValue, JsonValue, JsonValue>());
        FakeProvider provider = new(_ => Answer(Page(null, 1), 200, ("Link", header)), static _ => Answer(Page(null, 2), 200, ("Link", "</v1/things>; rel=first")));
        Assert.Equal([1, 2], await ItemsAsync(provider, action));
        Assert.Equal("https://api.example.com/v1/things?page=2", provider.Requests[1].Url);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<x")]
    [InlineData("<x>")]
    [InlineData("<x>;")]
    [InlineData("<x>;rel")]
    [InlineData("<x>;rel=")]
    [InlineData("<x>;rel=\"")]
    [InlineData("<x>;rel=\"next")]
    [InlineData("<x>;rel=\"\\")]
    [InlineData("<x>;rel=prev;rel=next")]
    [InlineData("<x>;title=\"rel=next\"")]
    [InlineData("<x>;title=next")]
    public async Task A_header_without_a_next_page_ends_the_walk(string header)
    {
        FakeProvider provider = new(_ => Answer(Page(null, 1), 200, ("Link", header)));
        RequestAction<JsonValue, JsonValue> action = Of(new HeaderLinkPages<JsonValue, JsonValue, JsonValue>());
        if (header == "<x>;rel=\"next")
        {
            // A quote that is never closed still says what it says.
            await Assert.ThrowsAsync<InteractorException>(() => ItemsAsync(provider, action));
            return;
        }

        Assert.Equal([1], await ItemsAsync(provider, action));
    }

    private static ActionExecutor Executor(FakeProvider provider) => new(TestConnector.Make(), TestConnector.Options(provider));

    private static async Task<List<long>> ItemsAsync(FakeProvider provider, RequestAction<JsonValue, JsonValue> action) =>
        await Executor(provider).ItemsAsync(action, Items, JsonValue.Null, cancellationToken: Token).ToListAsync(Token);
}
