using Interactor.Runtime.Json.Validation.Patterns;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Patterns;

/// <summary>What is no pattern is said with its place, and then matches everything.</summary>
public sealed class PatternParserTests
{
    [Theory]
    [InlineData("^(abc]", 1, "this parenthesis is not closed")]
    [InlineData("a)b", 1, "this parenthesis was never opened")]
    [InlineData("ab[c", 2, "this bracket is not closed")]
    [InlineData("ab[", 2, "this bracket is not closed")]
    [InlineData("[a-", 0, "this bracket is not closed")]
    [InlineData("[z-a]", 1, "this range runs backwards")]
    [InlineData(@"[a-\d]", 1, "a range cannot end in a class")]
    [InlineData("*a", 0, "there is nothing to repeat here")]
    [InlineData("a**", 2, "there is nothing to repeat here")]
    [InlineData("^*", 1, "there is nothing to repeat here")]
    [InlineData("a|{2}", 2, "there is nothing to repeat here")]
    [InlineData("a{3,2}", 1, "this repetition ends before it begins")]
    [InlineData(@"x\a", 1, @"'\a' is not an escape of ECMA-262")]
    [InlineData(@"[\a]", 1, @"'\a' is not an escape of ECMA-262")]
    [InlineData(@"\A", 0, @"'\A' is not an escape of ECMA-262")]
    [InlineData("a\\", 1, "a backslash at the end escapes nothing")]
    [InlineData(@"\x4", 0, @"\x needs two hexadecimal digits")]
    [InlineData(@"\u12", 0, @"\u needs four hexadecimal digits, or up to 10FFFF in braces")]
    [InlineData(@"\u{110000}", 0, @"\u needs four hexadecimal digits, or up to 10FFFF in braces")]
    [InlineData(@"\c1", 0, @"\c needs a letter")]
    [InlineData(@"\00", 0, @"\0 cannot be followed by a digit")]
    [InlineData(@"\pL", 0, @"a property is written as \p{Name}")]
    [InlineData(@"a\p{Nothing}", 1, "'Nothing' is not a known property of characters")]
    [InlineData(@"\p{gc=White_Space}", 0, "'gc=White_Space' is not a known property of characters")]
    [InlineData(@"(a)\2", 3, "there is no group 2")]
    [InlineData(@"\k<b>(?<a>x)", 0, "there is no group named 'b'")]
    [InlineData(@"\k(a)", 0, @"a reference to a group is written as \k<name>")]
    [InlineData("(?<a>x)(?<a>y)", 7, "two groups have this name")]
    [InlineData("(?<1>x)", 0, "this is not a name for a group")]
    [InlineData("(?P<n>x)", 0, "'(?' opens no group of ECMA-262; '(?:', '(?<name>', '(?=', '(?!', '(?<=' and '(?<!' do")]
    [InlineData("(?i)x", 0, "'(?' opens no group of ECMA-262; '(?:', '(?<name>', '(?=', '(?!', '(?<=' and '(?<!' do")]
    public void Says_what_is_wrong_and_where(string pattern, int position, string message)
    {
        TextPattern text = new(pattern);
        Assert.NotNull(text.Error);
        Assert.Equal((position, message), (text.Error.Position, text.Error.Message));
        Assert.True(text.IsMatch("anything"u8));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[^]")]
    [InlineData("]{}")]
    [InlineData("a{,5}")]
    [InlineData("a{99999999999}")]
    [InlineData(@"[\w-.]")]
    [InlineData(@"[\]\-b-]")]
    [InlineData(@"\@\_\-\/")]
    [InlineData(@"(?<=a+)b(?<!c)")]
    [InlineData(@"\k<late>(?<late>x)\1")]
    [InlineData("((((a{9}){9}){9}){9}){9}")]
    [InlineData("(?:){1000000000}")]
    public void Takes_what_a_pattern_is_and_some_more(string pattern) =>
        Assert.Null(new TextPattern(pattern).Error);

    [Fact]
    public void Nesting_has_an_end()
    {
        Assert.Null(new TextPattern(new string('(', 250) + new string(')', 250)).Error);
        Assert.Equal("parentheses are nested more than 250 deep", new TextPattern(new string('(', 100_000)).Error?.Message);
    }
}
