using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Patterns;

/// <summary>Patterns mean what ECMA-262 says, where .NET's own regular expressions differ.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("^a$", "a\n", false)]
    [InlineData("^.$", "\uD83D\uDE00", true)]
    [InlineData("^..$", "\uD83D\uDE00", false)]
    [InlineData("^.$", "\r", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData(@"^\d$", "\u0663", false)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"\bé\b", "é", false)]
    [InlineData(@"a\b", "a-", true)]
    [InlineData("^[\uD83D\uDE00-\uD83D\uDE02]$", "\uD83D\uDE01", true)]
    [InlineData("^[\uD83D\uDE00-\uD83D\uDE02]$", "\uD83D\uDE03", false)]
    [InlineData("^[^a]$", "\uD83D\uDE03", true)]
    [InlineData("^[^\uD83D\uDE03]$", "\uD83D\uDE03", false)]
    [InlineData("^[\\u{10000}-\\u{10FFFF}]{2}$", "\U00010000\U0010FFFF", true)]
    [InlineData("^\uD83D\uDE00+$", "\uD83D\uDE00\uD83D\uDE00", true)]
    [InlineData(@"^\uD83D\uDE00$", "\uD83D\uDE00", true)]
    [InlineData(@"^\p{Lu}\p{Script}$", "anything, for the property is unknown", true)]
    [InlineData(@"^\p{Lu}$", "É", true)]
    [InlineData(@"^\P{L}$", "É", false)]
    [InlineData(@"^\p{Lu}$", "\U00010400", true)]
    [InlineData(@"^\p{Script=Greek}\p{sc=Grek}$", "αΩ", true)]
    [InlineData(@"^\p{Script=Greek}$", "a", false)]
    [InlineData(@"^\p{Script=Han}+$", "漢字", true)]
    [InlineData(@"^\p{Script=Common}$", "1", true)]
    [InlineData(@"^\p{Alphabetic}+$", "aé\u0345ⅷ", true)]
    [InlineData(@"^\p{Lower}+$", "aªé", true)]
    [InlineData(@"^\p{Uppercase}$", "a", false)]
    [InlineData(@"^\p{White_Space}+$", "\u0085 \u2028\t", true)]
    [InlineData(@"^\p{Emoji_Presentation}$", "\uD83D\uDE00", true)]
    [InlineData(@"^[^\p{ID_Continue}]$", "_", false)]
    [InlineData(@"^\p{gc=Nd}$", "\u0663", true)]
    [InlineData(@"^[a-z-[aeiou]]$", "b]", true)]
    [InlineData(@"^[a-z-[aeiou]]$", "b", false)]
    [InlineData(@"^a{,5}$", "a{,5}", true)]
    [InlineData(@"^a{2,3}$", "aaaa", false)]
    [InlineData(@"^[\w.-]+\@[^\s]+$", "a.b@c", true)]
    [InlineData(@"^\_$", "_", true)]
    [InlineData(@"^(?<y>a)(b)\2\k<y>$", "abba", true)]
    [InlineData(@"^(?!x)[^]*$", "y\n", true)]
    [InlineData(@"^(?!x)[^]*$", "x", false)]
    [InlineData("[]", "a", false)]
    [InlineData("^(abc]", "anything, for it is no pattern", true)]
    [InlineData(@"^\a$", "anything, for it is no escape", true)]
    [InlineData(@"^[^\r\n]{0,998}$", "a subject", true)]
    [InlineData("^.{1,4000}$", "", false)]
    [InlineData("^# $", "# ", true)]
    [InlineData(@"^\x41\cJ\0$", "A\n\0", true)]
    public void Means_what_ECMA_262_says(string pattern, string text, bool isMatch)
    {
        JsonSchema schema = Schemas.Of($$"""{"pattern":{{JsonSerializer.Serialize(pattern)}}}""");
        Assert.Equal(isMatch, schema.IsValid(JsonSerializer.SerializeToUtf8Bytes(text)));
    }

    [Fact]
    public void Takes_linear_time_where_backtracking_would_explode()
    {
        JsonSchema schema = Schemas.Of("""{"pattern":"^(a+)+$"}""");
        Assert.False(schema.IsValid(Schemas.Utf8($"\"{new string('a', 50_000)}!\"")));
    }

    [Fact]
    public void Gives_up_where_backtracking_explodes_and_refuses_the_document()
    {
        // Negated, so that giving up must not be taken for a mismatch.
        JsonSchema schema = Schemas.Of("""{"not":{"pattern":"^((?=a)a+)+$"}}""");
        byte[] document = Schemas.Utf8($"\"{new string('a', 60)}!\"");
        Assert.False(schema.IsValid(document));
        ErrorDetail error = Assert.Single(schema.Validate(document));
        Assert.Equal("takes too long to match with the patterns of the schema, such as ^((?=a)a+)+$", error.Message);
        Assert.Equal(("", "pattern", "/not/pattern"), (error.Pointer, error.Keyword, error.SchemaPointer));
    }

    [Fact]
    public void A_lone_surrogate_is_a_character() =>
        Assert.True(Schemas.Of("""{"pattern":"^a.b$"}""").IsValid("\"a\\uD83Db\""u8));
}
