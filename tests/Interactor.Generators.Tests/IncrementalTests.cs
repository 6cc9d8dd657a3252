using Interactor.Generators.Tests.Driver;

namespace Interactor.Generators.Tests;

/// <summary>What an edit costs: nothing but what depends on it.</summary>
public sealed class IncrementalTests
{
    private static readonly string[] TwentyIds = [.. Enumerable.Range(10, 20).Select(n => $"c{n}")];

    [Fact]
    public void Editing_one_of_twenty_connectors_binds_and_emits_that_one()
    {
        ConnectorDriver driver = new(TwentyIds.Select(id => SmallConnector.File(id)));
        Assert.Equal(20, driver.Run().Changed(TrackingNames.Emitted));

        DriverRun run = driver.Edit("c17/connector.yaml", text => text.Replace("path: /user", "path: /users")).Run();

        Assert.Equal(1, run.Computed(TrackingNames.File));
        Assert.Equal(1, run.Computed(TrackingNames.Bound));
        Assert.Equal(1, run.Computed(TrackingNames.Emitted));
        Assert.Contains("/users", run.Sources["acme/c17/actions.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_binds_and_emits_nothing()
    {
        ConnectorDriver driver = new(CaseFolder.Files("many-files"));
        driver.Run();

        DriverRun run = driver.Edit("many-files/actions/task.history.yaml", text => "# How it came about.\n\n" + text).Run();

        Assert.Equal(1, run.Computed(TrackingNames.Bound));
        Assert.Equal(0, run.Changed(TrackingNames.Model));
        Assert.Equal(0, run.Computed(TrackingNames.Emitted));
    }

    [Fact]
    public void A_test_of_the_definition_emits_nothing()
    {
        ConnectorDriver driver = new(CaseFolder.Files("many-files"));
        driver.Run();

        DriverRun run = driver.Edit("many-files/tests/task.get.yaml", text => text.Replace("t1", "t2")).Run();

        Assert.Equal(1, run.Changed(TrackingNames.Bound));
        Assert.Equal(0, run.Computed(TrackingNames.Emitted));
    }

    [Fact]
    public void A_guide_is_not_even_read()
    {
        ConnectorDriver driver = new(CaseFolder.Files("many-files"));
        driver.Run();

        DriverRun run = driver.Edit("many-files/guide.md", text => text + "More.\n").Run();

        Assert.Equal(0, run.Computed(TrackingNames.File));
    }

    [Fact]
    public void An_added_file_adds_its_action_and_a_removed_one_takes_it_away()
    {
        ConnectorDriver driver = new(SmallConnector.File("one"), SmallConnector.File("two"));
        driver.Run();

        DriverRun added = driver.Add(SmallConnector.Action("one", "thing.get")).Run();
        Assert.Contains("class ThingGetAction", added.Sources["acme/one/actions.g.cs"], StringComparison.Ordinal);
        Assert.Equal(1, added.Computed(TrackingNames.Emitted));

        DriverRun removed = driver.Remove("one/actions/thing.get.yaml").Run();
        Assert.DoesNotContain("class ThingGetAction", removed.Sources["acme/one/actions.g.cs"], StringComparison.Ordinal);
        Assert.Equal(1, removed.Computed(TrackingNames.Emitted));
    }

    [Fact]
    public void A_removed_connector_takes_its_code_away()
    {
        ConnectorDriver driver = new(SmallConnector.File("one"), SmallConnector.File("two"));
        driver.Run();

        DriverRun run = driver.Remove("one/connector.yaml").Run();

        Assert.All(run.Sources.Keys, name => Assert.StartsWith("acme/two/", name, StringComparison.Ordinal));
    }
}
