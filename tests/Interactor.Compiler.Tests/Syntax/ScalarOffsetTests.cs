using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Tests.Syntax;

public sealed class ScalarOffsetTests
{
    // In each text the letters of the scalar under "a" stand once in the file, so that a letter's place is known.
    [Theory]
    [InlineData("a: bcd efg")]
    [InlineData("a: bcd   efg  # x")]
    [InlineData("a: bcd\n  efg\n\n\n   hij\nx: 1")]
    [InlineData("a: 'bcd efg'")]
    [InlineData("a: 'b''c''''d'")]
    [InlineData("a: '  b  c  \n   d\n\n  e \n  '")]
    [InlineData("a: \"bcd\"")]
    [InlineData("a: \"b\\tc\\u0041d\\U0001F600e\\uD83D\\uDE00f\\x41g\\\"h\\\\i\\/j\\_k\"")]
    [InlineData("a: \" b \\\n   c\\\n\n   \\  d  \n   e \n\n\n  f\\\n  \"")]
    [InlineData("a: |\n  bcd\n  efg\n")]
    [InlineData("a: |-\n  b\n\n    c\n  d\n\n\nx: 1")]
    [InlineData("a: |+ # note\n  b\n\n   c \n\n\nx: 1")]
    [InlineData("a: |2-\n    b\n  c\n")]
    [InlineData("a: |\n\n\n   b\n   c")]
    [InlineData("a: >\n  bcd\n  efg\n\n  hij\n")]
    [InlineData("a: >-\n  b\n  c\n    d\n    e\n\n  f\n  g\n\n")]
    [InlineData("a: >+\n\n  b\n   c\n\n  d\n\n\nx: 1")]
    [InlineData("a: >1\n  b\n c\n")]
    [InlineData("a: &y\n  bcd\n  efg")]
    [InlineData("a: &y |\n  bcd\n  efg")]
    [InlineData("x:\n  - a: >-\n      b\n      c\n    y: 1")]
    [InlineData("a: |\n  b\U0001F600c\n")]
    [InlineData("{\"a\": \"b\\nc\\uD83D\\uDE00d\\/e\"}")]
    public void Every_letter_stands_where_its_offset_says(string text)
    {
        foreach (string lines in new[] { text, text.Replace("\n", "\r\n"), "\uFEFF" + text })
        {
            ScalarNode scalar = TreeText.ScalarsOf(Reading.Clean("connector.yaml", lines).Root)
                .First(s => s.Text.Contains('b', StringComparison.Ordinal));

            ScalarOffsets.Check(scalar);
            for (int i = 0; i < scalar.Text.Length; i++)
            {
                if (scalar.Text[i] is >= 'b' and <= 'j')
                {
                    Assert.Equal(lines.IndexOf(scalar.Text[i], scalar.Range.Start), scalar.OffsetOf(i));
                }
            }
        }
    }

    [Theory]
    [InlineData("a: bcd  # x", 6)]
    [InlineData("a: 'bcd'", 7)]
    [InlineData("a: \"bcd\\n\"", 9)]
    [InlineData("a: ''", 4)]
    [InlineData("a:", 2)]
    [InlineData("a: |-\n  bcd\n", 11)]
    [InlineData("a: |\n  bcd\n\n", 11)]
    [InlineData("a: |+\n  bcd\n\n", 13)]
    [InlineData("a: >-\r\n  b\r\n  cd\r\n", 16)]
    public void The_end_of_the_text_has_an_offset(string text, int end)
    {
        ScalarNode scalar = Reading.Clean("connector.yaml", text).Scalar("a");

        Assert.Equal(end, scalar.OffsetOf(scalar.Text.Length));
    }

    [Theory]
    [InlineData("a: 'x ${b} y'", "${b}", "connector.yaml(1,7)")]
    [InlineData("a: \"\\u0041 ${b} y\"", "${b}", "connector.yaml(1,12)")]
    [InlineData("a: |\n  one\n    two ${b}\n", "${b}", "connector.yaml(3,9)")]
    [InlineData("a: >\r\n  one\r\n  two ${b}\r\n", "${b}", "connector.yaml(3,7)")]
    [InlineData("a: one\n  two ${b}\n", "${b}", "connector.yaml(2,7)")]
    public void A_part_of_the_text_is_located(string text, string part, string location)
    {
        ScalarNode scalar = Reading.Clean("connector.yaml", text).Scalar("a");
        Interactor.Compiler.Text.Location found = scalar.Locate(scalar.Text.IndexOf(part, StringComparison.Ordinal), part.Length);

        Assert.Equal(location, found.ToString());
        Assert.Equal(part, text.Substring(found.Range.Start, found.Range.Length));
    }

    [Fact]
    public void An_index_outside_the_text_is_refused()
    {
        ScalarNode scalar = Reading.Clean("connector.yaml", "a: b").Scalar("a");

        Assert.Throws<ArgumentOutOfRangeException>(() => scalar.OffsetOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => scalar.OffsetOf(-1));
    }

    [Theory]
    [InlineData("'", "'")]
    [InlineData("\"", "\"")]
    [InlineData("|\n", "")]
    [InlineData("|2-\n", "")]
    [InlineData("|+\n", "")]
    [InlineData(">\n", "")]
    [InlineData(">1+\n", "")]
    [InlineData("", "")]
    public void Random_scalars_are_retraced(string open, string close)
    {
        string[] parts = ["b", "c", "d e", " ", "  ", "\n  ", "\n   ", "\n\n  ", "\r\n  ", "\r  ", "\t", "\n  \t", "\\n", "\\u00e9", "\\\n  ", "''", "\\\"", "#", " #", "é", "\U0001F600", "-", "..."];
        Random random = new(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string body = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));
            string text = "x:\n a: " + open + (open.EndsWith('\n') ? "  " : "") + body + close + "\n\n y: 1\n";
            Reading reading = Reading.Yaml(text);
            if (reading.Diagnostics.Count == 0)
            {
                read++;
                Assert.All(TreeText.ScalarsOf(reading.Root), ScalarOffsets.Check);
            }
        }

        Assert.True(read > 1_000, $"Only {read} of the texts were valid.");
    }
}
