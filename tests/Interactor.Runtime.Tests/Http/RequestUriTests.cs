using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class RequestUriTests
{
    [Theory]
    [InlineData("https://h.example", "/a", "https://h.example/a")]
    [InlineData("https://h.example/", "/a", "https://h.example/a")]
    [InlineData("https://h.example/", "a", "https://h.example/a")]
    [InlineData("https://h.example/base", "a/", "https://h.example/base/a/")]
    [InlineData("https://h.example/base//", "/a", "https://h.example/base/a")]
    [InlineData("https://h.example/base", "", "https://h.example/base")]
    [InlineData("https://h.example/base/", "", "https://h.example/base/")]
    [InlineData("https://h.example/base", "?q=1", "https://h.example/base?q=1")]
    [InlineData("https://h.example/base", "/%252e%252e/x", "https://h.example/base/%252e%252e/x")]
    [InlineData("https://h.example/base", "/%2e%2e/x", "https://h.example/base/%2e%2e/x")]
    public void Server_and_path_meet_in_one_slash_and_stay_as_written(string server, string target, string expected) =>
        Assert.Equal(expected, RequestUri.Join(server, target).AbsoluteUri);

    [Theory]
    [InlineData("https://h.example/a?next=../b&at=c@d")]
    [InlineData("https://h.example/a..b/...?x")]
    public void A_query_and_dots_inside_of_a_name_are_fine(string url) => Assert.Equal(url, RequestUri.Absolute(url).AbsoluteUri);

    [Theory]
    [InlineData("ftp://h.example/a")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://h.example/a b")]
    [InlineData("https://h.example/a\r\nHost: x")]
    [InlineData("https://h.example\\@evil.example/a")]
    [InlineData("https://u:p@h.example/a")]
    [InlineData("https://h.example/a#b")]
    [InlineData("https://h.example/a/../b")]
    [InlineData("https://h.example/a/%2E%2e/b")]
    [InlineData("https://h.example/a%2f..%5cb")]
    public void Only_http_urls_are_requested(string url) =>
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => RequestUri.Absolute(url)).Code);
}
