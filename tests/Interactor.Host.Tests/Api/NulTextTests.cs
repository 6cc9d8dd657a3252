using System.Text;
using Interactor.Host.Api;

namespace Interactor.Host.Tests.Api;

/// <summary>The character U+0000 is found where it is meant, and not where its escape is only written of.</summary>
public sealed class NulTextTests
{
    [Theory]
    [InlineData("""{"a":"x"}""", null)]
    [InlineData("""{"a":"\\u0000"}""", null)]
    [InlineData("""{"a":"\\\u0000"}""", "/a")]
    [InlineData("""{"a":["x","\u0000"]}""", "/a/1")]
    [InlineData("""{"a/b":{"c~":"y\u0000"}}""", "/a~1b/c~0")]
    [InlineData("""{"a":{"\u0000":1}}""", "/a")]
    [InlineData("\"\\u0000\"", "")]
    [InlineData("""{"a":"\ud800","b":"\u0000"}""", "/b")]
    public void It_is_found_with_its_place(string json, string? pointer) => Assert.Equal(pointer, NulText.PointerIn(Encoding.UTF8.GetBytes(json)));
}
