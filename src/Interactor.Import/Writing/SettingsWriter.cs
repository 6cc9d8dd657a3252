using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>Writes who a connector is, its servers, variables and security methods, into the mapping that is open.</summary>
internal sealed class SettingsWriter(DefinitionWriter writer)
{
    public void WriteIdentity(ImportedConnector connector, bool hasGuide)
    {
        writer.Key("interactor");
        writer.Number("1");
        writer.Member("owner", connector.Owner);
        writer.Member("id", connector.Id);
        writer.Member("name", connector.Name);
        writer.Member("version", connector.Version);
        writer.Member("summary", connector.Summary);
        writer.Member("categories", connector.Categories);
        writer.Member("guide", hasGuide ? "guide.md" : null);
        writer.Key("schemas");
        writer.BeginMapping();
        writer.Member("dialect", connector.Dialect);
        writer.Member("lenient", true);
        writer.EndMapping();
        WriteServers(connector);
    }

    public void WriteVariables(IReadOnlyList<ImportedVariable> variables)
    {
        writer.Key("variables");
        writer.BeginMapping();
        foreach (ImportedVariable variable in variables)
        {
            writer.Key(variable.Name);
            writer.BeginMapping();
            WriteVariable(variable);
            writer.EndMapping();
        }

        writer.EndMapping();
    }

    public void WriteSecurity(IReadOnlyList<ImportedSecurityMethod> methods)
    {
        writer.Key("security");
        writer.BeginMapping();
        foreach (ImportedSecurityMethod method in methods)
        {
            writer.Key(method.Id);
            writer.BeginMapping();
            writer.Member("kind", method.Kind);
            writer.Members(method.Settings);
            writer.EndMapping();
        }

        writer.EndMapping();
    }

    private void WriteServers(ImportedConnector connector)
    {
        writer.Key("servers");
        writer.BeginMapping();
        foreach (ImportedServer server in connector.Servers)
        {
            writer.Member(server.Name, server.Url);
        }

        writer.EndMapping();
        writer.Key("egress");
        writer.BeginList();
        foreach (DefinitionText host in connector.Egress)
        {
            writer.Text(host);
        }

        writer.EndList();
        bool hasDefaults = connector.Settings.Find("defaults") is not null;
        if (connector.DefaultServer is not null && !hasDefaults)
        {
            writer.Key("defaults");
            writer.BeginMapping();
            writer.Member("server", connector.DefaultServer);
            writer.EndMapping();
        }

        writer.Members(connector.Settings);
    }

    private void WriteVariable(ImportedVariable variable)
    {
        writer.Member("name", variable.Title);
        writer.Member("summary", variable.Summary);
        writer.Member("type", variable.Type == "string" ? null : variable.Type);
        writer.Member("scope", variable.IsOfApp ? "app" : null);
        if (variable.IsSecret)
        {
            writer.Member("secret", true);
        }

        if (variable.IsRequired is { } isRequired)
        {
            writer.Member("required", isRequired);
        }

        writer.Member("default", variable.Default);
        writer.Member("pattern", variable.Pattern);
        writer.Member("enum", variable.Choices);
        writer.Member("askFor", variable.AskFor);
        writer.Member("guide", variable.Guide);
    }
}
