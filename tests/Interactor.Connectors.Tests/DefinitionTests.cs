using Interactor.Compiler.Binding;
using Interactor.Testing.Examples;
using Interactor.Testing.Loading;

namespace Interactor.Connectors.Tests;

/// <summary>Runs every test that stands in the definition of a connector, each as a test of its own.</summary>
public sealed class DefinitionTests
{
    // A name is all that a runner has to keep between finding a test and running it.
    private static readonly Lazy<Dictionary<string, ConnectorExample>> Examples = new(() =>
        ConnectorExamples.Discover(RepositoryPaths.Connectors).GroupBy(e => e.ToString()).SelectMany(Numbered).ToDictionary(p => p.Name, p => p.Example));

    public static TheoryData<string> Names => [.. Examples.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_test_of_a_definition_passes(string name)
    {
        ExampleResult result = await Examples.Value[name].RunAsync(TestContext.Current.CancellationToken);
        Assert.True(result.Passed, string.Join(Environment.NewLine, result.Failures));
    }

    [Fact]
    public void Every_action_of_every_connector_has_a_test()
    {
        foreach (ConnectorSources sources in DefinitionFolder.Read(RepositoryPaths.Connectors))
        {
            BoundConnector bound = ConnectorBinder.Bind(sources, TestContext.Current.CancellationToken);
            Assert.NotNull(bound.Model);
            Assert.Empty(bound.Model.Actions.Select(a => a.Id).Except(bound.Tests.Select(t => t.Action)));
        }
    }

    private static IEnumerable<(string Name, ConnectorExample Example)> Numbered(IGrouping<string, ConnectorExample> same) =>
        same.Select((example, index) => (index == 0 ? same.Key : $"{same.Key} ({index + 1})", example));
}
