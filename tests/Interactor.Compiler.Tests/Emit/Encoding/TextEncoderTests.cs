using System.Xml.Linq;
using Interactor.Compiler.Emit.Encoding;

namespace Interactor.Compiler.Tests.Emit.Encoding;

public sealed class TextEncoderTests
{
    [Fact]
    public void A_comment_stays_on_its_line()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string encoded = CommentText.Encode("a" + (char)c + "b");

            Assert.DoesNotContain(encoded, ch => char.IsControl(ch) || char.IsSurrogate(ch) || ch is '\u2028' or '\u2029' or '\u202e');
        }

        Assert.Equal("one  two 👋", CommentText.Encode(" one\r\ntwo 👋\n"));
    }

    [Fact]
    public void Documentation_is_always_xml()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string encoded = XmlDocText.Encode($"x{(char)c}y");

            XElement parsed = XElement.Parse($"<summary a=\"{encoded}\" b='{encoded}'>{encoded}</summary>");
            Assert.Equal(parsed.Value, parsed.Attribute("a")!.Value);
        }

        Assert.Equal("a &lt;/summary&gt; &amp; b", XmlDocText.Encode("a </summary> & b"));
        Assert.Equal("]]&gt;&lt;!--", XmlDocText.Encode("]]><!--"));
    }

    [Theory]
    [InlineData("Name", "Name")]
    [InlineData("class", "@class")]
    [InlineData("record", "@record")]
    [InlineData("_x1", "_x1")]
    [InlineData("Größe", "Größe")]
    public void Identifiers_escape_keywords(string name, string expected) => Assert.Equal(expected, CSharpIdentifier.Escape(name));

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("a b")]
    [InlineData("a\u200bb")]
    [InlineData("a\u0301")]
    [InlineData("a;b")]
    [InlineData("@a")]
    public void Identifiers_refuse_everything_else(string name) => Assert.Throws<ArgumentException>(() => CSharpIdentifier.Escape(name));
}
