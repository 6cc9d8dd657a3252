using System.Reflection;
using Interactor.Import.Findings;
using Interactor.Import.Overlays;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>Every rule is on its page, and has a name of its own.</summary>
public sealed class RulePageTests
{
    private static readonly ImportRule[] All = [.. Of(typeof(ImportRules)), .. Of(typeof(OptionRules)), .. Of(typeof(OverlayRules)), .. Of(typeof(PowerPlatformRules)), .. Of(typeof(ProviderRules))];

    [Theory]
    [InlineData(typeof(ImportRules), "openapi.md")]
    [InlineData(typeof(OptionRules), "openapi.md")]
    [InlineData(typeof(OverlayRules), "overlay.md")]
    [InlineData(typeof(PowerPlatformRules), "power-platform.md")]
    [InlineData(typeof(ProviderRules), "auth-providers.md")]
    public void Every_rule_is_on_its_page(Type rules, string name)
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "import", name));
        Assert.All(Of(rules).Where(r => r.Kind != FindingKind.Exact), rule =>
            Assert.Contains($"| `{rule.Slug}` | {rule.Kind.ToString().ToLowerInvariant()} | {rule.Message} |\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_rules_are_unique() => Assert.Equal(All.Length, All.Select(r => r.Slug).Distinct().Count());

    private static IEnumerable<ImportRule> Of(Type rules) =>
        rules.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<ImportRule>();
}
