using System.Text.RegularExpressions;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Tests.Samples;

public sealed class PatternSampleTests
{
    [Theory]
    [InlineData("^[A-Z]{4}-[0-9]{2}$")]
    [InlineData(@"^\d{3}\.\w+$")]
    [InlineData("^(cat|dog)s?$")]
    [InlineData("^(?:ab){2,4}$")]
    [InlineData(@"^[^\r\n]+$")]
    [InlineData(@"^\u0041\x42$")]
    [InlineData(@"^[a\-\]]{3}$")]
    [InlineData(@"^\S+@\S+\.[a-z]{2,}$")]
    [InlineData("^(?<year>[0-9]{4})$")]
    [InlineData("")]
    public void A_sample_matches_its_pattern(string pattern)
    {
        string? sample = PatternSample.Of(pattern);
        Assert.NotNull(sample);
        Assert.Matches(new Regex(pattern), sample);
    }

    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(a")]
    [InlineData(@"\p{L}")]
    [InlineData("[a")]
    [InlineData("a)")]
    [InlineData(@"\")]
    public void What_is_not_read_gives_nothing(string pattern) => Assert.Null(PatternSample.Of(pattern));
}
