using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Adds to the connector of the definition what apiProperties.json and the extensions say.</summary>
internal sealed class PowerPlatformReader(ImportContext context, ApiProperties properties)
{
    public ImportedConnector Extend(ImportedConnector read)
    {
        ImportedConnector connector = ExtensionReader.Extend(context, read);
        connector = ConnectorFacts.Add(context, properties, connector);
        if (properties.Place is null)
        {
            context.Log.Add(PowerPlatformRules.NoProperties, context.Top);
        }

        connector = Connect(connector);
        ScriptReport.Write(context, properties, connector);
        return connector;
    }

    private ImportedConnector Connect(ImportedConnector connector)
    {
        IReadOnlyList<ParameterSet> sets = properties.HasConnectionParameters ? properties.Sets : [];
        ConnectionVariables variables = new(sets, context.Log);
        EgressTable egress = new();
        UrlTemplates urls = new(context, variables);
        HostPolicies hosts = new(urls, egress);
        Policy[] policies = [.. properties.Policies.Select(p => new Policy(p))];

        // Addresses come first: what stands in them is no secret anywhere else either.
        Policy? everywhere = Array.Find(policies, p => p.Template == "dynamichosturl" && p.Operations.Count == 0);
        IReadOnlyList<string>? needed = everywhere is null ? null : HostPolicies.ParametersOf(everywhere);
        DefinitionText? server = everywhere is null ? null : hosts.Everywhere(everywhere);
        if (everywhere is not null && server is null)
        {
            context.Log.Add(PowerPlatformRules.PolicyTemplate, everywhere.Place, everywhere["urlTemplate"] ?? "", everywhere.Name, "all");
        }

        PolicyApplier applier = new(context, variables, hosts, connector.Actions);
        applier.Apply(policies, sets);
        bool isShared = sets.All(s => needed is null || needed.All(n => s.Find(n) is not null));
        MethodReader reader = new(context, variables, new OAuthReader(context, variables, urls, egress));
        List<ImportedSecurityMethod> methods = [.. connector.Security];
        Dictionary<string, List<string>> users = new(StringComparer.OrdinalIgnoreCase);
        foreach (ParameterSet set in sets)
        {
            bool hasOwn = !isShared && needed!.All(n => set.Find(n) is not null);
            ImportedSecurityMethod method = reader.Read(set, applier.Additions[set], hasOwn ? server : null);
            methods.Add(method);
            foreach (DocumentPlace parameter in set.Parameters)
            {
                users.TryAdd(parameter.Token, []);
                users[parameter.Token].Add(method.Id);
            }
        }

        foreach ((string parameter, List<string> ids) in users.Where(u => u.Value.Count < sets.Count))
        {
            variables.AskFor(parameter, ids);
        }

        bool isReplaced = server is not null && isShared;
        if (!isReplaced)
        {
            egress.Add(connector.Egress);
        }

        List<ImportedServer> servers = [.. connector.Servers.Select(s => s.Name == ServerReader.Main && isReplaced ? s with { Url = server!.Value } : s), .. hosts.Servers];
        return connector with
        {
            Servers = servers,
            DefaultServer = servers.Count > 1 ? ServerReader.Main : connector.DefaultServer,
            Egress = egress.All,
            Security = methods,
            Variables = Joined(isReplaced ? [] : connector.Variables, variables.All),
            Actions = sets.Count == 0 ? applier.Actions : [.. applier.Actions.Select(a => a with { Methods = null, Scopes = [] })],
        };
    }

    // The definition itself asks for a base URL where it has no host.
    private static ImportedVariable[] Joined(IReadOnlyList<ImportedVariable> ofDefinition, IReadOnlyList<ImportedVariable> own) =>
        [.. ofDefinition.Where(v => own.All(o => o.Name != v.Name)).Concat(own).OrderBy(v => v.Name, StringComparer.Ordinal)];
}
