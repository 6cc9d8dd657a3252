using System.Text;
using Interactor.Import.Model;
using Interactor.Import.Writing;

namespace Interactor.Import.Owning;

/// <summary>Tells apart what a connector consists of, so that two imports can be compared part by part.</summary>
public static class ContentHashes
{
    /// <summary>A hash of every action, subscription, datatype and setting by its path.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyDictionary<string, string> Of(ImportedConnector connector, CancellationToken cancellation = default)
    {
        Dictionary<string, string> hashes = new(StringComparer.Ordinal);
        StringBuilder json = new();

        void Add(string path, Action<DefinitionWriter, SchemaCopier> write)
        {
            cancellation.ThrowIfCancellationRequested();
            json.Clear();
            JsonDefinitionWriter writer = new(json);
            writer.BeginMapping();
            write(writer, new SchemaCopier(writer, connector, keepsRemarks: true));
            writer.EndMapping();
            hashes[path] = TextHash.Of(json.ToString());
        }

        Add("settings/connector", (writer, _) => new SettingsWriter(writer).WriteIdentity(connector, connector.Guide is not null));
        if (connector.Tests is { } tests)
        {
            Add("settings/tests", (writer, _) =>
            {
                writer.Key("tests");
                writer.Value(tests);
            });
        }

        if (NamesFileWriter.Write(connector) is { } names)
        {
            hashes["settings/names"] = TextHash.Of(names.Text);
        }

        foreach (ImportedVariable variable in connector.Variables)
        {
            Add("settings/variables/" + variable.Name, (writer, _) => new SettingsWriter(writer).WriteVariables([variable]));
        }

        foreach (ImportedSecurityMethod method in connector.Security)
        {
            Add("settings/security/" + method.Id, (writer, _) => new SettingsWriter(writer).WriteSecurity([method]));
        }

        foreach (ImportedDatatype datatype in connector.Datatypes)
        {
            Add("datatypes/" + datatype.Name, (writer, schemas) =>
            {
                writer.Key(datatype.Name);
                schemas.CopyDatatype(datatype.Schema);
            });
        }

        foreach (ImportedAction action in connector.Actions)
        {
            Add("actions/" + action.Id, (writer, schemas) => new ActionWriter(writer, schemas).Write(action));
        }

        foreach (ImportedSubscription subscription in connector.Subscriptions)
        {
            Add("subscriptions/" + subscription.Id, (writer, schemas) => new SubscriptionWriter(writer, schemas).Write(subscription));
        }

        return hashes;
    }
}
