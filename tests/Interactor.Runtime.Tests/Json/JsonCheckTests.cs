using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class JsonCheckTests
{
    [Theory]
    [InlineData("ab", 2, 2, true)]
    [InlineData("abc", 0, 2, false)]
    [InlineData("a", 2, 3, false)]
    [InlineData("\U0001F600\U0001F600", 2, 2, true)]
    [InlineData("\U0001F600\U0001F600", 3, 9, false)]
    [InlineData("", 0, 0, true)]
    [InlineData(null, 0, 9, false)]
    public void Length_counts_code_points(string? text, int minimum, int maximum, bool expected) => Assert.Equal(expected, JsonCheck.Length(text, minimum, maximum));

    // An attribute cannot hold half a character.
    [Fact]
    public void A_lone_surrogate_is_one_code_point() => Assert.True(JsonCheck.Length("\uD83D\uD83D\uDE00", 2, 2));

    [Fact]
    public void Lists_and_maps()
    {
        Assert.True(JsonCheck.List([1, 2], 1, 2));
        Assert.False(JsonCheck.List([1, 2], 3, 9));
        Assert.False(JsonCheck.List<int>(null, 0, 9));
        Assert.True(JsonCheck.List([1, 2], 0, 9, static i => i > 0));
        Assert.False(JsonCheck.List(new List<int> { 1, 0 }, 0, 9, static i => i > 0));
        Dictionary<string, int> map = new() { ["a"] = 1, ["b"] = 2 };
        Assert.True(JsonCheck.Map(map, 0, 2, static i => i > 0));
        Assert.False(JsonCheck.Map(map, 0, 1, static i => i > 0));
        Assert.False(JsonCheck.Map(map, 0, 9, static i => i > 1));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(500)]
    public void Unique_items(int count)
    {
        string[] items = [.. Enumerable.Range(0, count).Select(static i => $"item {i}")];
        Assert.True(JsonCheck.Unique(items));
        items[count - 1] = "item 0";
        Assert.False(JsonCheck.Unique(items));
        Assert.False(JsonCheck.Unique<double>([0.0, -0.0]));
        Assert.False(JsonCheck.Unique<string?>([null, null]));
        Assert.True(JsonCheck.Unique<string>([]));
    }

    [Fact]
    public void Text_rules()
    {
        JsonTextRule slug = new("^[a-z]+(-[a-z]+)*$");
        Assert.True(slug.Accepts("a-bc"));
        Assert.False(slug.Accepts("a-bc\n"));
        Assert.False(slug.Accepts(null));
        JsonTextRule address = new(null, "email");
        Assert.True(address.Accepts("a@example.com"));
        Assert.False(address.Accepts("a"));
        Assert.True(new JsonTextRule(null, "of-our-own").Accepts("anything"));
        Assert.True(new JsonTextRule(".", "int32").Accepts(new string('é', 1000)));

        // Only validation knows what half a character matches.
        Assert.False(new JsonTextRule(".").Accepts("\uD83D"));
    }
}
