using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class EgressPolicyTests
{
    private readonly EgressPolicy _policy = new(["api.example.com", "*.atlassian.net"], [], new NetworkPolicy([]), allowInsecureLoopback: false);

    [Theory]
    [InlineData("https://api.example.com/x")]
    [InlineData("https://API.Example.com/x")]
    [InlineData("https://api.example.com:8443/x")]
    [InlineData("https://me.atlassian.net/")]
    [InlineData("https://a.b.atlassian.net/")]
    public void Listed_hosts_may_see_a_credential(string url) => Assert.False(_policy.Check(new Uri(url), default));

    [Theory]
    [InlineData("http://api.example.com/x")]
    [InlineData("https://evil.com/x")]
    [InlineData("https://api.example.com.evil.com/")]
    [InlineData("https://xapi.example.com/")]
    [InlineData("https://atlassian.net/")]
    [InlineData("https://evilatlassian.net/")]
    [InlineData("https://api.example.com@evil.com/")]
    [InlineData("https://user:password@api.example.com/")]
    [InlineData("https://api.example.com./")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("https://аpi.example.com/")]
    public void No_other_host_may(string url) =>
        Assert.Equal(ErrorCode.AuthDenied, Assert.Throws<InteractorException>(() => _policy.Check(new Uri(url), default)).Code);

    [Theory]
    [InlineData("http://localhost:5000/", true)]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://[::1]:5000/", true)]
    [InlineData("http://192.168.0.1/", false)]
    [InlineData("http://localhost.evil.com/", false)]
    public void Loopback_may_where_the_options_say_so(string url, bool isAllowed)
    {
        EgressPolicy policy = new([], [], new NetworkPolicy([]), allowInsecureLoopback: true);
        if (isAllowed)
        {
            policy.Check(new Uri(url), default);
            policy.CheckServer(url, default);
        }
        else
        {
            Assert.Throws<InteractorException>(() => policy.Check(new Uri(url), default));
        }
    }

    [Fact]
    public void A_host_that_has_no_form_in_ASCII_is_refused() => Assert.Equal(
        ErrorCode.AuthDenied,
        Assert.Throws<InteractorException>(() => _policy.CheckUnlisted(new Uri($"https://ü{string.Concat(Enumerable.Repeat("." + new string('a', 40), 10))}/"))).Code);

    [Fact]
    public void So_it_is_below_a_listed_domain()
    {
        Uri uri = new("https://xn--\u00e9.atlassian.net/");
        Assert.Equal(ErrorCode.AuthDenied, Assert.Throws<InteractorException>(() => _policy.Check(uri, default)).Code);
        Assert.False(_policy.AllowsRedirect(uri, default));
    }

    [Fact]
    public void A_server_is_checked_again_when_it_changes()
    {
        _policy.CheckServer("https://api.example.com/v1", default);
        _policy.CheckServer("https://api.example.com/v1", default);
        Assert.Throws<InteractorException>(() => _policy.CheckServer("https://evil.com", default));
        Assert.Throws<InteractorException>(() => _policy.CheckServer("not a url", default));
    }
}
