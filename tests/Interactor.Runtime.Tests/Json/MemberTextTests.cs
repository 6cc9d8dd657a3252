using System.Text;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class MemberTextTests
{
    [Fact]
    public void Members_print_like_those_of_a_record()
    {
        StringBuilder text = new("Thing { ");
        bool hasMembers = new MemberText(text)
            .Add(name: "Name", value: "x")
            .Add(name: "Absent", value: null)
            .Add(name: "Size", value: 1.5)
            .Add(name: "When", value: new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero))
            .Add(name: "Day", value: new DateOnly(2026, 1, 31))
            .Add(name: "Data", value: new ReadOnlyMemory<byte>([1, 2, 3]))
            .Add(name: "Tags", value: new[] { "a", "b" })
            .Add(name: "Grid", value: new[] { new long[] { 1, 2 }, [] })
            .Add(name: "Labels", value: new Dictionary<string, string?> { ["k"] = "v", ["n"] = null })
            .Add(name: "Maybe", value: new Optional<int?>(null))
            .Add(name: "Other", value: Optional<int?>.Absent)
            .Add(name: "Any", value: JsonValue.Parse("""{"a": 1}"""))
            .Add(name: "More", value: new ExtensionData([new("m", JsonValue.From(1))]))
            .HasMembers;
        Assert.True(hasMembers);
        Assert.Equal(
            "Thing { Name = x, Size = 1.5, When = 2026-01-31T12:00:00Z, Day = 2026-01-31, Data = 3 bytes, Tags = [a, b], Grid = [[1, 2], []], "
                + "Labels = {k = v, n = null}, Maybe = null, Any = {\"a\": 1}, More = {m = 1}",
            text.ToString());
    }

    [Fact]
    public void A_secret_shows_that_it_is_there_and_nothing_else()
    {
        StringBuilder text = new();
        new MemberText(text).Secret(name: "Password", value: "hunter2").Secret(name: "Token", value: null).Secret(name: "Key", value: new Optional<string?>("k")).Secret(name: "None", value: Optional<string?>.Absent);
        Assert.Equal("Password = ***, Key = ***", text.ToString());
    }

    [Fact]
    public void Long_values_are_cut()
    {
        StringBuilder text = new();
        new MemberText(text).Add(name: "Text", value: new string('x', 100)).Add(name: "Json", value: JsonValue.From(new string('y', 1000))).Add(name: "List", value: Enumerable.Range(0, 9).ToArray());
        Assert.Equal($"Text = {new string('x', 80)}…, Json = \"{new string('y', 79)}…, List = [0, 1, 2, 3, 4, …]", text.ToString());
    }

    [Fact]
    public void A_record_of_any_size_has_a_short_text()
    {
        StringBuilder text = new();
        MemberText members = new(text);
        for (int i = 0; i < 200; i++)
        {
            members.Add(new string('x', 70), "Member" + i);
        }

        Assert.InRange(text.Length, 2000, 2200);
        Assert.EndsWith("x, …", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_print() => Assert.False(new MemberText(new StringBuilder("Thing { ")).Add(name: "Absent", value: null).HasMembers);
}
