using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>Applies an overlay to a connector: its keys are those of <c>connector.yaml</c>.</summary>
internal sealed class ConnectorOverlay(DocumentPlace top, FindingLog log)
{
    private static readonly string[] Keys =
        ["name", "version", "summary", "categories", "servers", "egress", "defaults", "variables", "security", "actions", "tests", "names"];

    public ImportedConnector ApplyTo(ImportedConnector connector)
    {
        // An overlay with nothing in it yet is an empty file.
        DocumentPlace[] members = top.IsNull ? [] : [.. top.Entries(log)];
        foreach (DocumentPlace member in members.Where(m => !Keys.Contains(m.Token)))
        {
            member.UnknownKey("an overlay", Keys, log);
        }

        connector = connector with
        {
            Name = top.Find("name")?.Data(log) ?? connector.Name,
            Version = top.Find("version")?.Data(log) ?? connector.Version,
            Summary = top.Find("summary")?.Data(log) ?? connector.Summary,
            Categories = top.Find("categories") is { } categories ? [.. categories.List(log).Select(c => c.Text!)] : connector.Categories,
            Settings = Defaults(connector),
            Tests = top.Find("tests") is { } tests ? new DefinitionValue.Written(tests.Node) : connector.Tests,
            Names = [.. Names()],
        };
        connector = new ServerOverlay(log).ApplyTo(connector, top.Find("servers"), top.Find("egress"));
        connector = new SecurityOverlay(log).ApplyTo(connector, top.Find("security"));
        connector = new VariableOverlay(log).ApplyTo(connector, top.Find("variables"));
        return new ActionOverlays(log).ApplyTo(connector, top.Find("actions"));
    }

    // What is written under `defaults` takes the place of the importer's own, so the server has to go along.
    private DefinitionValue.Mapping Defaults(ImportedConnector connector)
    {
        if (top.Find("defaults") is not { } defaults)
        {
            return connector.Settings;
        }

        DefinitionValue.Mapping own = connector.Settings.Find("defaults") as DefinitionValue.Mapping
            ?? DefinitionValue.Mapping.Empty.With("server", connector.DefaultServer is { } server ? (DefinitionValue)server : null);
        return connector.Settings.Set("defaults", OverlayPlace.Merge(own, defaults.Entries(log)));
    }

    private IEnumerable<KeyValuePair<string, string>> Names() =>
        from entry in top.Find("names").Entries(log)
        let name = entry.Data(log)
        where name is not null
        select KeyValuePair.Create(entry.Token, name);
}
