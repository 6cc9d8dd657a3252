using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Clients;
using Interactor.Compiler.Emit.Connectors;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit;

/// <summary>Writes the C# of a connector: its actions with their inputs, its types, its client with the groups, and what describes it.</summary>
public static class ConnectorEmitter
{
    public static EquatableArray<GeneratedFile> Emit(ConnectorModel connector, CancellationToken cancellation)
    {
        string folder = $"{HintName.Segment(connector.Owner)}/{HintName.Segment(connector.Id)}";
        List<GeneratedFile> files =
        [
            File(folder, connector.TypePrefix + "Connector", ConnectorDescriptorEmitter.Emit(connector)),
            File(folder, connector.TypePrefix + "Options", OptionsEmitter.Emit(connector)),
            File(folder, connector.TypePrefix + "ServiceCollectionExtensions", RegistrationEmitter.Emit(connector)),
        ];
        if (DefaultsEmitter.HasDefaults(connector))
        {
            files.Add(File(folder, connector.TypePrefix + "Defaults", DefaultsEmitter.Emit(connector)));
        }

        if (connector.Scripts.Count > 0)
        {
            files.Add(File(folder, connector.TypePrefix + "Scripts", ScriptsEmitter.Emit(connector)));
        }

        if (connector.XmlShapes is { } shapes)
        {
            files.Add(File(folder, shapes.ClassName, XmlShapesEmitter.Emit(connector, shapes)));
        }

        CodeHome home = CodeHome.OfConnector(connector.Namespace);
        ClientEmitter clients = new(connector);
        FilePacker groups = new(home, folder + "/groups");
        foreach (GroupModel group in connector.Groups)
        {
            if (group.Path.Length == 0)
            {
                files.Add(File(folder, group.ClassName, clients.EmitClient(group)));
            }
            else
            {
                groups.Add(code => clients.EmitGroup(code, group));
            }
        }

        files.AddRange(groups.Finish());
        Dictionary<string, IReadOnlyList<DatatypeModel>> types = DatatypeGroups.Of(connector.Datatypes).ToDictionary(g => g.Name, g => g.Types, StringComparer.Ordinal);
        FilePacker actions = new(home, folder + "/actions");
        foreach (ActionModel action in connector.Actions)
        {
            cancellation.ThrowIfCancellationRequested();
            actions.Add(code => EmitAction(code, action, connector, types));
        }

        files.AddRange(actions.Finish());
        FilePacker datatypes = new(home, folder + "/datatypes");
        foreach (var group in types.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            datatypes.Add(code => DatatypeEmitter.EmitAll(code, group.Value));
        }

        files.AddRange(datatypes.Finish());
        return files.ToEquatableArray();
    }

    // The input of an action stands beside it.
    private static void EmitAction(CodeWriter code, ActionModel action, ConnectorModel connector, Dictionary<string, IReadOnlyList<DatatypeModel>> types)
    {
        ActionEmitter.Emit(code, action, connector);
        if (types.TryGetValue(action.Input.Name, out IReadOnlyList<DatatypeModel>? input))
        {
            code.Line();
            DatatypeEmitter.EmitAll(code, input);
            types.Remove(action.Input.Name);
        }
    }

    private static GeneratedFile File(string folder, string name, string text) => new($"{folder}/{HintName.Segment(name)}.g.cs", text);
}
