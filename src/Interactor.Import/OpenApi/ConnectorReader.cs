using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Makes the connector of a whole document.</summary>
internal sealed class ConnectorReader(ImportContext context)
{
    /// <summary>Null, and reported, where the patterns of the import leave nothing of the document.</summary>
    /// <param name="extend">What another importer makes of the connector before its datatypes are collected.</param>
    public ImportedConnector? Read(Func<ImportedConnector, ImportedConnector>? extend = null)
    {
        DocumentPlace? info = context.Top.Find("info");
        string id = ConnectorIdentity.IdOf(context);
        OperationFinder finder = new(context);
        List<Operation> operations = finder.Find();
        IReadOnlyDictionary<Operation, string> ids = new ActionNames(context, id).Name(operations);
        if (OperationFilter.Apply(operations, ids, context) is not { } chosen)
        {
            return null;
        }

        operations = chosen;
        if (operations.Count == 0)
        {
            context.Log.Add(ImportRules.NoOperations, context.Top);
        }

        VariableTable variables = new();
        EgressTable egress = new();
        ServerReader servers = new(context, variables, egress);
        servers.ReadMain();
        IReadOnlyList<SecurityScheme> schemes = context.Options.IgnoresSecurity
            ? []
            : new SchemeReader(context, new SchemeUrlReader(context, variables, egress, servers)).Read();
        CredentialVariables credentials = new(schemes, variables);
        SecurityMethods methods = new(context, credentials);
        SecurityReader security = new(context, schemes, methods, operations);
        List<ImportedAction> actions = ReadActions(operations, ids, servers, security);
        IReadOnlyList<ImportedSubscription> subscriptions = new SubscriptionReader(context, finder).Read(operations, ids);
        ImportedConnector connector = new()
        {
            Owner = context.Options.Owner,
            Id = id,
            Name = Texts.Line(info?.TextOf("title")) ?? id,
            Version = ConnectorIdentity.VersionOf(info?.TextOf("version")),
            Summary = Texts.FirstSentence(info?.TextOf("summary") ?? info?.TextOf("description")),
            Guide = info?.TextOf("description"),
            Dialect = context.Dialect,
            Servers = servers.All,
            DefaultServer = servers.All.Count > 1 ? ServerReader.Main : null,
            Egress = egress.All,
            Security = methods.All,
            Variables = credentials.WithAskFor(variables.All, methods.All.Count),
            Actions = WithoutNeedlessSecurity(actions, methods.All),
            Subscriptions = subscriptions,
        };
        return new DatatypeReader(context).AddTo(extend is null ? connector : extend(connector));
    }

    private List<ImportedAction> ReadActions(
        List<Operation> operations, IReadOnlyDictionary<Operation, string> ids, ServerReader servers, SecurityReader security)
    {
        ActionReader reader = new(context, servers, security);
        List<ImportedAction> actions = new(operations.Count);
        foreach (Operation operation in operations)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            actions.Add(reader.Read(operation, ids[operation]));
        }

        actions.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return actions;
    }

    // An action that accepts every method of the connector need not say so.
    private static List<ImportedAction> WithoutNeedlessSecurity(List<ImportedAction> actions, IReadOnlyList<ImportedSecurityMethod> methods) =>
        [.. actions.Select(a => a.Methods is { } own && own.SequenceEqual(methods.Select(m => m.Id)) ? a with { Methods = null } : a)];
}
