using System.Runtime.CompilerServices;
using Interactor.Testing.Loading;

namespace Interactor.Testing.Tests.Loading;

public sealed class ConnectorLoaderTests
{
    [Fact]
    public void A_definition_becomes_a_descriptor()
    {
        using LoadedConnector connector = Fixture.Load("weather");
        Assert.Equal("fixtures/weather", connector.Descriptor.Address);
        Assert.Equal(["forecast.get"], connector.Descriptor.Actions.Select(a => a.Id));
        Assert.Equal(3, connector.Tests.Count);
    }

    [Fact]
    public void Errors_of_the_definition_come_with_their_places()
    {
        using TemporaryFolder temporary = new();
        string folder = Fixture.Changed(temporary, "weather", "${input.days}", "${input.day}");
        DefinitionException error = Assert.Throws<DefinitionException>(() => ConnectorLoader.Load(folder, TestContext.Current.CancellationToken));
        Assert.Matches(@"connector\.yaml\(\d+,\d+\): error INTC1\d{3}: .*days", error.Message);
    }

    [Fact]
    public void Several_connectors_are_no_one()
    {
        DefinitionFolderException error = Assert.Throws<DefinitionFolderException>(() => ConnectorLoader.Load(Fixture.Folder, TestContext.Current.CancellationToken));
        Assert.Contains("12 connectors", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disposed_connector_is_unloaded()
    {
        WeakReference code = await RunAndUnloadAsync();
        for (int i = 0; i < 20 && code.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(code.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RunAndUnloadAsync()
    {
        using LoadedConnector connector = Fixture.Load("weather");
        foreach (Interactor.Testing.Examples.ConnectorExample example in Interactor.Testing.Examples.ConnectorExamples.Of(connector))
        {
            Assert.Empty((await example.RunAsync(TestContext.Current.CancellationToken)).Failures);
        }

        return new WeakReference(connector.Descriptor);
    }
}
