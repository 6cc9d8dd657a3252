using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Text;

/// <summary>What stays of a description in a comment.</summary>
public sealed class FirstSentenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("Lists the pets", "Lists the pets")]
    [InlineData("Lists the pets of a shop. Sorted by name.", "Lists the pets of a shop.")]
    [InlineData("Does it really list pets? Yes.", "Does it really list pets?")]
    [InlineData("Lists pets of v1.2 and all later ones.\nMore.", "Lists pets of v1.2 and all later ones.")]
    [InlineData("Note. Lists the pets of a shop. Sorted.", "Note. Lists the pets of a shop.")]
    [InlineData("# Pets\n\nLists them.", "# Pets")]
    [InlineData("Pets\r\n\r\nLists them.", "Pets")]
    [InlineData("Lists\nthe pets", "Lists\nthe pets")]
    public void A_sentence_ends_at_a_full_stop_or_an_empty_line(string text, string expected) => Assert.Equal(expected, FirstSentence.Of(text));

    [Fact]
    public void A_long_sentence_is_cut_between_words()
    {
        string text = FirstSentence.Of(string.Join(' ', Enumerable.Repeat("word", 100)));
        Assert.EndsWith(" word…", text);
        Assert.InRange(text.Length, 200, 250);
    }
}
