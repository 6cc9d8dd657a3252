using Interactor.Compiler.Binding.Actions;
using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Scripts;
using Interactor.Compiler.Binding.Security;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Binding.Subscriptions;
using Interactor.Compiler.Binding.Tests;
using Interactor.Compiler.Binding.Values;
using Interactor.Compiler.Binding.Xml;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Binding;

/// <summary>Binds the files of one connector to its model. Findings are collected; nothing is thrown for bad input.</summary>
public static class ConnectorBinder
{
    public static BoundConnector Bind(ConnectorSources sources, CancellationToken cancellation)
    {
        DiagnosticBag diagnostics = new();
        BindingContext context = new(diagnostics, cancellation);
        DefinitionParts parts = DefinitionParts.Read(sources, context);
        context.UseNames(parts.Names);
        if (!sources.Files.Any(f => DefinitionFiles.IsSettings(f.Path)))
        {
            diagnostics.Report(StructureDiagnostics.NoConnectorFile, NoPlaceIn(sources), sources.Folder, "");
        }

        (ConnectorModel? model, EquatableArray<TestModel> tests) = parts.Settings is { } settings ? BindParts(settings, parts, sources, context) : default;
        return new BoundConnector(diagnostics.HasErrors ? null : model, tests, diagnostics.ToSorted());
    }

    private static Location NoPlaceIn(ConnectorSources sources) =>
        sources.Files.Count > 0 ? sources.Files[0].Locate(default) : new Location(sources.Folder, default, default, default);

    private static (ConnectorModel? Model, EquatableArray<TestModel> Tests) BindParts(
        MappingReader settings,
        DefinitionParts parts,
        ConnectorSources sources,
        BindingContext context)
    {
        ConnectorIdentity identity = ConnectorIdentity.Read(settings, context);
        string prefix = PascalCase.Of(identity.Id);
        if (sources.Namespace is { } wanted && !wanted.Split('.').All(CSharpIdentifier.IsValid))
        {
            context.Report(StructureDiagnostics.InvalidName, settings.Node, wanted, "a C# namespace; correct the Namespace that the project or the command line gives the connector");
        }

        EquatableArray<VariableModel> variables = new VariableBinder(context).Bind(parts.Variables, prefix + "Options");
        SyntaxNode? security = settings.Take("security");
        SyntaxNode? serverNode = settings.Take("servers");
        ScriptTable scriptTable = new(parts.Scripts.Select(s => s.Key.Text), context.Types);
        Scopes scopes = new(context.Types, variables, SecurityBinder.FactNames(security), TokenAnswerBinder.Names(security), scriptTable);
        ServerBinder serverBinder = new(context);
        (EquatableArray<string> egress, EquatableArray<string> egressVariables) = new EgressBinder(context, variables).Bind(settings, FixedHosts.OfServers(serverNode).Concat(FixedHosts.OfSecurity(security)));
        SchemaOrigin origin = SchemaOrigin.Read(settings.TakeMapping("schemas"), context);
        MappingReader? defaultsNode = settings.TakeMapping("defaults");
        ScalarNode? defaultServer = defaultsNode?.TakeScalar("server");
        string[] serverNames = [.. ((serverNode as MappingNode)?.Entries ?? []).Select(e => e.Key.Text)];
        ServerTable servers = new(context, serverNames, egress.ToArray(), settings.Has("egress"), defaultServer?.Text);
        if (defaultServer is not null)
        {
            servers.Resolve(defaultServer, settings.Node);
        }

        EquatableArray<ServerModel> boundServers = serverBinder.Bind(serverNode, scopes.Settings(), servers);
        settings.Done();
        ActionCollector collector = new(context);
        foreach ((SyntaxNode node, ScalarNode? key, string? fileName) in parts.Actions)
        {
            collector.Add(node, key, fileName);
        }

        IReadOnlyList<ActionSource> actionSources = collector.Collect();
        string scriptClass = prefix + "Scripts";
        context.Types.Reserve([.. ReservedNames.ForTypes(prefix, actionSources.Select(a => a.TypePrefix)), .. parts.Scripts.Count > 0 ? [scriptClass] : (string[])[]]);
        SyntaxNode[] withSchemas = [.. parts.Actions.Select(a => a.Node), .. parts.Subscriptions.Select(s => s.Node), .. parts.Scripts.Select(s => s.Value)];
        DatatypeBinder datatypes = new(context, new ConnectorSchemas(context, settings.Node, parts.Datatypes, withSchemas, origin), hasViews: true);
        datatypes.BindAll();
        context.Xml = new XmlShapeTable(context, datatypes, prefix + "XmlShapes");
        EquatableArray<ScriptModel> scripts = new ScriptBinder(context, datatypes, new ScriptFiles(context, parts.ScriptFiles), scriptTable, scriptClass, sources.AllowsCSharpScripts).Bind(parts.Scripts);
        EquatableArray<SecurityMethodModel> methods = new SecurityBinder(context, scopes, servers).Bind(security);
        string[] methodIds = [.. methods.Select(m => m.Id)];
        CheckAskFor(parts.Variables, methodIds, context);
        DefaultsModel defaults = BindDefaults(defaultsNode, defaultServer?.Text, scopes, context);
        ActionBinder actionBinder = new(context, scopes, servers, datatypes, defaults, methodIds, scriptTable);
        (ActionSource Source, ActionModel? Model)[] bound = [.. actionSources.Select(source => (source, actionBinder.Bind(source)))];
        ActionModel[] plain = [.. bound.Select(b => b.Model).OfType<ActionModel>()];
        ValuesBinder values = new(context, new ValuesFinder(parts.Datatypes), plain);
        ActionModel[] actions = [.. bound.Where(b => b.Model is not null).Select(b => values.Bind(b.Model!, b.Source.Reader.Node.Find("input")))];
        new SubscriptionBinder(context, datatypes).Bind(parts.Subscriptions);
        EquatableArray<GroupModel> groups = new GroupBinder(context.Types).Bind(actions, prefix + "Client");
        context.Names.ReportUnused();
        TestBinder testBinder = new(context, actionSources, methodIds);
        EquatableArray<TestModel> tests = parts.Tests.SelectMany(testBinder.Bind).ToEquatableArray();

        ConnectorModel model = new()
        {
            Owner = identity.Owner,
            Id = identity.Id,
            Name = identity.Name,
            Version = identity.Version,
            Summary = identity.Summary,
            Namespace = sources.Namespace ?? $"{PascalCase.Of(identity.Owner)}.Connectors.{prefix}",
            TypePrefix = prefix,
            Servers = boundServers,
            Egress = egress,
            EgressVariables = egressVariables,
            Variables = variables,
            Methods = methods,
            Scripts = scripts,
            DefaultRetry = defaults.Retry,
            DefaultErrors = defaults.Errors,
            Datatypes = ProofKinds.Mark(context.Types.All()),
            Actions = actions.ToEquatableArray(),
            XmlShapes = context.Xml.ToModel(),
            Groups = groups,
        };
        return (model, tests);
    }

    private static DefaultsModel BindDefaults(MappingReader? reader, string? server, Scopes scopes, BindingContext context)
    {
        if (reader is null)
        {
            return new DefaultsModel(server, DefaultsModel.StandardTimeout, null, []);
        }

        DefaultsModel defaults = new(
            server,
            DurationReader.Read(reader.TakeScalar("timeout"), DefaultsModel.StandardTimeout, context),
            RetryBinder.Bind(reader.Take("retry"), context, scopes),
            new ErrorRuleBinder(context, scopes).Bind(reader.Take("errors")));
        reader.Done();
        return defaults;
    }

    private static void CheckAskFor(IReadOnlyList<MappingEntry> variables, string[] methods, BindingContext context)
    {
        foreach (MappingEntry variable in variables)
        {
            SyntaxNode? askFor = (variable.Value as MappingNode)?.Find("askFor");
            foreach (ScalarNode method in askFor is SequenceNode list ? list.Items.OfType<ScalarNode>() : askFor is ScalarNode one ? [one] : [])
            {
                if (!methods.Contains(method.Text))
                {
                    context.Report(StructureDiagnostics.UnknownName, method, "security method", method.Text, Nearest.Hint(method.Text, methods));
                }
            }
        }
    }
}
