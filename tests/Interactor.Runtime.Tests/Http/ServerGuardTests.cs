using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class ServerGuardTests
{
    [Theory]
    [InlineData("https://h.example")]
    [InlineData("HTTPS://h.example:8443/base/v1.0/")]
    [InlineData("http://[::1]:80/a%20b/..c/...")]
    public void The_base_of_a_url_passes(string url) => Assert.Same(url, new ServerGuard().Check("api", url));

    [Theory]
    [InlineData("ftp://h.example")]
    [InlineData("/relative")]
    [InlineData("https://")]
    [InlineData("https:h.example")]
    [InlineData("https://u@h.example/a")]
    [InlineData("https://h%2eexample/a")]
    [InlineData("https://h.exämple/a")]
    [InlineData("https://h.example/ä")]
    [InlineData("https://h.example/a?b")]
    [InlineData("https://h.example/a#b")]
    [InlineData("https://h.example/a\\b")]
    [InlineData("https://h.example/a b")]
    [InlineData("https://h.example/a\tb")]
    [InlineData("https://h.example/a\u007fb")]
    [InlineData("https://h.example/.")]
    [InlineData("https://h.example/../b")]
    [InlineData("https://h.example/a/%2e%2E")]
    [InlineData("https://h.example/a/.%2e/b")]
    [InlineData("https://h.example/a%2F..%2fb")]
    [InlineData("https://h.example/a%zz")]
    [InlineData("https://h.example/a%2")]
    public void Anything_else_is_refused_by_name_and_not_shown(string url)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => new ServerGuard().Check("api", url));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Contains("'api'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(url, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_a_server_cannot_write_a_request_of_its_own()
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        ConnectorDescriptor connector = new()
        {
            Owner = "test",
            Id = "mini",
            Name = "Mini",
            Version = "1.0.0",
            Servers = [new ServerDescriptor("api", static context => "https://gw.example/" + context.Variables.Text("site"))],
            Variables = [new VariableDescriptor("site")],
        };
        ConnectorOptions options = new() { HttpHandler = provider };
        options.Values["site"] = "x HTTP/1.1\r\nHost: smuggled\r\n\r\n";
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => new ActionExecutor(connector, options).ExecuteAsync(
            TestActions.Get(methods: []), JsonValue.Null, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain("smuggled", failure.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }
}
