using System.Globalization;
using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Clients;
using Interactor.Compiler.Emit.Connectors;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit;

/// <summary>Writes the C# of a connector: one file an action, one a datatype, and those of the client.</summary>
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

        foreach (GroupModel group in connector.Groups)
        {
            files.Add(group.Path.Length == 0
                ? File(folder, group.ClassName, ClientEmitter.EmitClient(group, connector))
                : File(folder + "/groups", group.Path, ClientEmitter.EmitGroup(group, connector)));
        }

        foreach (ActionModel action in connector.Actions)
        {
            cancellation.ThrowIfCancellationRequested();
            // No id holds an underscore, and Roslyn takes no '@' in a hint name.
            string name = action.IsNewest ? action.Id : $"{action.Id}_{action.Major.ToString(CultureInfo.InvariantCulture)}";
            files.Add(File(folder + "/actions", name, ActionEmitter.Emit(action, connector)));
        }

        foreach (DatatypeModel type in connector.Datatypes)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(File(folder + "/datatypes", type.Name, DatatypeEmitter.Emit(type, CodeHome.OfConnector(connector.Namespace))));
        }

        return files.ToEquatableArray();
    }

    private static GeneratedFile File(string folder, string name, string text) => new($"{folder}/{HintName.Segment(name)}.g.cs", text);
}
