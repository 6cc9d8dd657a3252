using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>What a value in C# and what reading tell of its validity without validating.</summary>
public sealed class SurelyValidTests
{
    [Fact]
    public void A_whole_record_is_surely_valid() => Assert.True(IsSure(new Parcel
    {
        Code = "a",
        Weight = 1,
        Labels = ["x", "y"],
        Inner = new() { Code = "b" },
        Note = new((string?)null),
        Others = new Dictionary<string, long> { ["more"] = 2 },
    }));

    [Fact]
    public void A_required_member_without_a_value_is_not() => Assert.False(IsSure(new Parcel { Code = null! }));

    [Fact]
    public void Nor_is_what_holds_such_a_record() => Assert.False(IsSure(new Parcel { Code = "a", Inner = new() { Code = null! } }));

    [Fact]
    public void Nor_a_list_with_null() => Assert.False(IsSure(new Parcel { Code = "a", Labels = ["x", null!] }));

    [Theory]
    [InlineData("code")]
    [InlineData("kind")]
    [InlineData("note")]
    public void Nor_a_record_whose_other_members_have_the_name_of_one_that_it_names(string name)
    {
        Assert.False(IsSure(new Parcel { Code = "a", Others = new Dictionary<string, long> { [name] = 2 } }));
    }

    [Theory]
    [InlineData("right", false)]
    [InlineData("rights", true)]
    public void Nor_where_they_are_kept_as_they_are(string name, bool isSure) =>
        Assert.Equal(isSure, NodeJson.Contract.IsSurelyValid(new() { Others = new([new(name, JsonValue.Null)]) }));

    [Fact]
    public void Nor_what_holds_itself_which_does_not_fill_the_stack()
    {
        List<Node> nodes = [];
        nodes.Add(new() { Left = nodes, Right = nodes });
        Assert.False(NodeJson.Contract.IsSurelyValid(nodes[0]));
    }

    [Fact]
    public void A_test_of_the_record_decides_behind_its_members()
    {
        Assert.True(Thing.Contract.IsSurelyValid(new("a", 1)));
        Assert.False(Thing.Contract.IsSurelyValid(new("a", 0)));
        Assert.False(Thing.Contract.IsSurelyValid(null!));
    }

    [Theory]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(1e308, true)]
    public void A_number_that_JSON_cannot_say_is_not(double value, bool isSure) => Assert.Equal(isSure, JsonContracts.Double.IsSurelyValid(value));

    [Theory]
    [InlineData("red", true)]
    [InlineData("a,b", true)]
    [InlineData(@"c\", true)]
    [InlineData("", true)]
    [InlineData("blue", false)]
    [InlineData(null, false)]
    public void An_open_enum_keeps_every_text_and_is_sure_of_those_that_it_knows(string? text, bool isKnown)
    {
        Assert.Equal(isKnown, ColorJson.IsKnown(text));
        Assert.Equal(isKnown, ColorJson.Contract.IsSurelyValid(new(text!)));
        if (text is not null)
        {
            byte[] json = ColorJson.Contract.Serialize(new(text));
            Assert.Equal(text, ColorJson.Contract.Parse(json).Value);
            Assert.Equal(isKnown, ColorJson.Contract.TryParseValid(json, out _, out _));
        }
    }

    [Fact]
    public void Anything_but_text_is_no_enum()
    {
        Assert.False(ColorJson.Contract.TryParse("1"u8, out _, out _));
        Assert.Throws<JsonContractException>(() => ColorJson.Contract.Serialize(default));
    }

    private static bool IsSure(Parcel parcel) => ParcelJson.Contract.IsSurelyValid(parcel);

    private sealed record Node
    {
        public IReadOnlyList<Node>? Left { get; init; }

        public IReadOnlyList<Node>? Right { get; init; }

        public ExtensionData? Others { get; init; }
    }

    private abstract class NodeJson : JsonRecord<Node, NodeJson>, IJsonRecord<Node>
    {
        public static JsonFacts Facts => new("{}"u8, "?left,?right");

        public static Node Walk(ref JsonWalk walk, Node? value) => new()
        {
            Left = walk.List(value?.Left, Contract),
            Right = walk.List(value?.Right, Contract),
            Others = walk.Others(value?.Others),
        };
    }

    private readonly record struct Color(string Value) : IJsonText;

    private abstract class ColorJson : JsonTextEnum<Color, ColorJson>, IJsonTextEnum<Color>
    {
        public static JsonFacts Facts => new("""{"enum":["red","","a,b","c\\"]}"""u8, """red,,a\,b,c\\,""");

        public static Color Of(string value) => new(value);
    }
}
