using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

/// <summary>Parameters are taken out of a query whole, and nothing else of it is touched.</summary>
public sealed class QueryTextTests
{
    [Theory]
    [InlineData("a=1&b=2&c=3", "b=9", "a=1&c=3")]
    [InlineData("a=1&b=2&c=3", "c&a", "b=2")]
    [InlineData("a=1", "a=1", "")]
    [InlineData("a=1&a=2&b=%20&a", "a", "b=%20")]
    [InlineData("a%5B0%5D=1&b", "a[0]=2", "b")]
    [InlineData("a+b=1&b", "a%20b=2", "b")]
    [InlineData("&&a=1&&b=2&", "a", "b=2&")]
    [InlineData("ab=1&a=b", "b", null)]
    [InlineData("a=b=c&A=1", "b&c", null)]
    [InlineData("", "a", null)]
    [InlineData("a=1", "", null)]
    [InlineData("=1&a=1", "&=2&", null)]
    public void Parameters_go_by_their_names(string query, string named, string? kept) => Assert.Equal(kept, QueryText.Without(query, named)?.TrimStart('&'));
}
