using System.Text;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Unions;

public sealed class ChoiceTests
{
    private static readonly JsonTagChoice Tag = new("kind", 9, ("a", 0), ("b", 1), ("", 2), ("ü\"", 1));
    private static readonly JsonKeyChoice Keys = new(("one", 0), ("two", 1), ("", 2));

    [Theory]
    [InlineData("""{"kind":"a"}""", 0)]
    [InlineData("""{"x":{"kind":"a"},"kind":"b","y":1}""", 1)]
    [InlineData("""{"k\u0069nd":"\u0061"}""", 0)]
    [InlineData("""{"kind":"\u00fc\""}""", 1)]
    [InlineData("""{"kind":""}""", 2)]
    [InlineData("""{"kind":"a","kind":"b"}""", 0)]
    [InlineData("""{"kind":"A"}""", 9)]
    [InlineData("""{"kind":1}""", -1)]
    [InlineData("""{"kinds":"a"}""", -1)]
    [InlineData("""{"x":"kind"}""", -1)]
    [InlineData("""["kind","a"]""", -1)]
    [InlineData("""{"x":[,"kind":"a"}""", -1)]
    [InlineData("", -1)]
    public void A_tag_decides(string json, int expected) => Assert.Equal(expected, Tag.Find(new JsonScanner(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("""{"two":1}""", 1)]
    [InlineData("""{"two":1,"one":2}""", 0)]
    [InlineData("""{"x":{"one":1},"t\u0077o":{}}""", 1)]
    [InlineData("""{"":null}""", 2)]
    [InlineData("""{"ones":1}""", -1)]
    [InlineData("[]", -1)]
    public void The_first_name_that_is_there_decides(string json, int expected) => Assert.Equal(expected, Keys.Find(new JsonScanner(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData(true, "1", 0)]
    [InlineData(true, "11", 2)]
    [InlineData(true, "5", -1)]
    [InlineData(true, "\"x\"", -1)]
    [InlineData(false, "5", 0)]
    [InlineData(false, "11", 2)]
    [InlineData(false, "[", -1)]
    public void Validation_decides(bool isExact, string json, int expected)
    {
        JsonTrialChoice trial = new(isExact, (Schema("""{"type":"integer","maximum":9}"""), 0), (Schema("""{"type":"integer","minimum":5,"maximum":9}"""), 1), (Schema("""{"type":"integer","minimum":10}"""), 2));

        Assert.Equal(expected, trial.Find(new JsonScanner(Encoding.UTF8.GetBytes(json + " "))));
    }

    [Fact]
    public void Looking_ahead_moves_no_scanner()
    {
        JsonScanner scanner = new("""[{"x":1,"kind":"b"}]"""u8);
        Assert.True(scanner.TryBeginArray() && scanner.NextItem());

        Assert.Equal(1, Tag.Find(scanner));

        Assert.Equal(1, scanner.Position);
    }

    private static JsonSchema Schema(string json) => new(() => Encoding.UTF8.GetBytes(json), static _ => null);
}
