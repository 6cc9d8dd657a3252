using System.Reflection;
using Interactor.Import.Findings;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>Every rule is on its page, and has a name of its own.</summary>
public sealed class RulePageTests
{
    private static readonly Dictionary<string, Type> Pages = new()
    {
        ["openapi.md"] = typeof(ImportRules), ["power-platform.md"] = typeof(PowerPlatformRules), ["auth-providers.md"] = typeof(ProviderRules),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_is_on_the_page(string name)
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "import", name));
        Assert.All(RulesOf(Pages[name]).Where(r => r.Kind != FindingKind.Exact), rule =>
            Assert.Contains($"| `{rule.Slug}` | {rule.Kind.ToString().ToLowerInvariant()} | {rule.Message} |\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_rules_are_unique()
    {
        ImportRule[] all = [.. Pages.Values.SelectMany(RulesOf)];
        Assert.Equal(all.Length, all.Select(r => r.Slug).Distinct().Count());
    }

    private static IEnumerable<ImportRule> RulesOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<ImportRule>();
}
