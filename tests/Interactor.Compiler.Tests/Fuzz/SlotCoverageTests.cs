using System.Text.RegularExpressions;
using Interactor.Compiler.Schemas.Dialects;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>Keeps the harmless definition complete: a key that binders learn to read must stand in it.</summary>
public sealed class SlotCoverageTests
{
    // Take("key"), RequireScalar("key"), TakeChoice<T>("key", TakeCredential(app, "key") and their like.
    private static readonly Regex Reading = new(
        @"\b(?:Take|Require)\w*(?:<[^>]+>)?\(\s*(?:\w+,\s*)?""([^""]+)""",
        RegexOptions.CultureInvariant);

    // Read, but not yet carried out: the binder refuses them.
    private static readonly Regex Refusing = new(@"\bNotYet\(\s*""([^""]+)""", RegexOptions.CultureInvariant);

    [Fact]
    public void Every_key_that_a_binder_reads_stands_in_the_harmless_definition()
    {
        string source = string.Concat(Directory
            .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src", "Interactor.Compiler", "Binding"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        string[] read = [.. Reading.Matches(source).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)];
        IEnumerable<string> refused = Refusing.Matches(source).Select(m => m.Groups[1].Value);

        Assert.Contains("scopeSeparator", read);
        Assert.Contains("clientSecret", read);
        Assert.Contains("visibility", read);
        Assert.Empty(read.Except(refused).Except(Keys()));
    }

    [Fact]
    public void Every_keyword_of_schemas_stands_in_the_harmless_definition()
    {
        Assert.Empty(Dialect.Connector.KeywordNames.Except(Keys()));
    }

    [Fact]
    public void Every_slot_has_its_changes() =>
        Assert.All(HarmlessDefinition.Instance.Slots, slot => Assert.Contains(SlotChange.All, c => c.Place.StartsWith(slot + " [", StringComparison.Ordinal)));

    private static HashSet<string> Keys() => [.. HarmlessDefinition.Instance.Slots.Where(s => s.IsKey).Select(s => s.Text)];
}
