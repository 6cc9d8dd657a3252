using System.Text;
using Interactor.Runtime.Json.Validation.Patterns;
using Interactor.Runtime.Json.Validation.Patterns.Matching;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Patterns;

/// <summary>Which way a pattern runs, and that all ways give one answer.</summary>
public sealed class PatternMatcherTests(ITestOutputHelper output)
{
    private static readonly string[] Atoms =
    [
        "a", "b", "é", "\uD83D\uDE00", "[a-c]", "[^a]", "[é-\uD83D\uDE00]", @"\d", @"\w", @"\W", ".", @"\s", "[a-z0-9_-]", @"\p{Lu}", "ab", "[^]",
    ];

    private static readonly string[] Repetitions = ["", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "*?", "+?"];

    private static readonly string[] Letters = ["a", "b", "c", "A", "é", "É", "0", "7", "_", "-", " ", "\n", "\u2028", "\uD83D\uDE00", "\uD83D\uDE01", "\uFFFD", "\0"];

    [Theory]
    [InlineData("^/api/", nameof(LiteralMatcher))]
    [InlineData("é", nameof(LiteralMatcher))]
    [InlineData("(json)$", nameof(LiteralMatcher))]
    [InlineData("", nameof(LiteralMatcher))]
    [InlineData("^[a-z]{2,8}$", nameof(RunMatcher))]
    [InlineData(@"^([^\r\n]{0,998})$", nameof(RunMatcher))]
    [InlineData("^.{1,4000}$", nameof(RunMatcher))]
    [InlineData(@"^\p{L}+$", nameof(RunMatcher))]
    [InlineData("^[a-z]{2}-[0-9]+$", nameof(TableMatcher))]
    [InlineData(@"^\d{4}-\d{2}$", nameof(TableMatcher))]
    [InlineData("^(a|b|c)$", nameof(TableMatcher))]
    [InlineData("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", nameof(TableMatcher))]
    [InlineData(@"^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$", nameof(TableMatcher))]
    [InlineData("(a+)+$", nameof(TableMatcher))]
    [InlineData(@"\bcat\b", nameof(TableMatcher))]
    [InlineData(@"^(?=.*[a-z])(?=.*\d)(?!.*admin).{8,64}$", nameof(ConditionMatcher))]
    [InlineData("^(?!-)[a-z-]+(?<!-)$", nameof(ConditionMatcher))]
    [InlineData("a.{20}b|b.{20}a", nameof(GrowingMatcher))]
    [InlineData("a(?=b)", nameof(RegexMatcher))]
    [InlineData(@"^(a|b)\1$", nameof(RegexMatcher))]
    public void The_fastest_way_is_chosen(string pattern, string way) => Assert.Equal(way, PatternMatcher.Of(Parse(pattern)).GetType().Name);

    [Fact]
    public void Bytes_and_the_translation_agree()
    {
        Random random = new(20260131);
        int matches = 0;
        Dictionary<string, int> ways = [];
        for (int i = 0; i < 500; i++)
        {
            string pattern = Pattern(random, depth: 2);
            if (PatternMatcher.OnBytes(Parse(pattern)) is not { } bytes)
            {
                continue;
            }

            ways[bytes.GetType().Name] = ways.GetValueOrDefault(bytes.GetType().Name) + 1;
            RegexMatcher translation = RegexMatcher.Create(Parse(pattern));
            for (int j = 0; j < 20; j++)
            {
                string text = Text(random);
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                bool expected = translation.IsMatch(utf8);
                Assert.True(expected == bytes.IsMatch(utf8), $"{bytes.GetType().Name} of '{pattern}' on '{text}': the translation answers {expected}");
                matches += expected ? 1 : 0;
            }
        }

        output.WriteLine($"{matches} matches; {string.Join(", ", ways)}");
        Assert.InRange(matches, 500, 9_500);
        Assert.Equal(3, ways.Count);
    }

    [Fact]
    public void Conditions_and_backtracking_agree()
    {
        Random random = new(20260131);
        for (int i = 0; i < 300; i++)
        {
            string pattern = $"^(?{(random.Next(2) == 0 ? '=' : '!')}{Pattern(random, depth: 1)}){Pattern(random, depth: 1)}(?<{(random.Next(2) == 0 ? '=' : '!')}{Pattern(random, depth: 0)})$";
            PatternMatcher conditions = PatternMatcher.Of(Parse(pattern));
            RegexMatcher translation = RegexMatcher.Create(Parse(pattern));
            for (int j = 0; j < 20; j++)
            {
                string text = Text(random);
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                bool expected = translation.IsMatch(utf8);
                Assert.True(expected == conditions.IsMatch(utf8), $"'{pattern}' on '{text}': the translation answers {expected}");
            }
        }
    }

    [Theory]
    [InlineData("^.$", true)]
    [InlineData("^[^a]$", true)]
    [InlineData(@"^\uD83D$", true)]
    [InlineData(@"^[\uD800-\uDBFF]{1,2}$", true)]
    [InlineData(@"^(x|\uD83D)$", true)]
    [InlineData(@"^\p{Cs}$", true)]
    [InlineData(@"^\uD83E$", false)]
    [InlineData(@"^(?=.)(.)\1?$", true)]
    public void A_lone_surrogate_is_a_code_point(string pattern, bool isMatch) => Assert.Equal(isMatch, new TextPattern(pattern).IsMatch([0xED, 0xA0, 0xBD]));

    [Fact]
    public void Matching_allocates_nothing()
    {
        TextPattern[] patterns = [.. ((string[])["^/api/", "^[a-z]{2,80}$", "^[a-z]{2}(-[a-z]+)*$", "^(?=.*b).{1,20}$", "(a+)+$", "^.{1,30}$"]).Select(static p => new TextPattern(p))];
        byte[] text = "abcdef-é"u8.ToArray();
        long before = 0;
        for (int i = 0; i < 200; i++)
        {
            before = i == 100 ? GC.GetAllocatedBytesForCurrentThread() : before;
            foreach (TextPattern pattern in patterns)
            {
                _ = pattern.IsMatch(text);
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static PatternNode Parse(string pattern) => PatternParser.Parse(pattern, UnicodeProperty.Find).Root!;

    private static string Pattern(Random random, int depth)
    {
        StringBuilder pattern = new(random.Next(3) == 0 ? "^" : string.Empty);
        for (int parts = random.Next(1, 4); parts > 0; parts--)
        {
            string atom = depth > 0 && random.Next(3) == 0 ? $"({Pattern(random, depth - 1)}|{Pattern(random, depth - 1)})" : Atoms[random.Next(Atoms.Length)];
            pattern.Append(atom).Append(Repetitions[random.Next(Repetitions.Length)]);
        }

        return pattern.Append(random.Next(3) == 0 ? "$" : string.Empty).ToString();
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => Letters[random.Next(Letters.Length)]));
}
