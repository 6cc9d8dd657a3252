using System.Reflection;
using Interactor.Import.Findings;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>Every rule is on its page, and has a name of its own.</summary>
public sealed class RulePageTests
{
    private static readonly ImportRule[] All =
        [.. typeof(ImportRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<ImportRule>()];

    [Fact]
    public void Every_rule_is_on_the_page()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "import", "openapi.md"));
        Assert.All(All.Where(r => r.Kind != FindingKind.Exact), rule =>
            Assert.Contains($"| `{rule.Slug}` | {rule.Kind.ToString().ToLowerInvariant()} | {rule.Message} |\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_rules_are_unique() => Assert.Equal(All.Length, All.Select(r => r.Slug).Distinct().Count());
}
