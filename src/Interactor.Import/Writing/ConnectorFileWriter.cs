using System.Text;
using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>Writes a connector as one compact file, for compilers to read: <c>connector.json</c>.</summary>
public static class ConnectorFileWriter
{
    /// <summary>The same connector gives the same text.</summary>
    /// <exception cref="OperationCanceledException">Writing was cancelled.</exception>
    public static string Write(ImportedConnector connector, CancellationToken cancellation = default)
    {
        StringBuilder json = new();
        Write(connector, json, cancellation);
        return json.ToString();
    }

    /// <summary>The same into a buffer of the caller's.</summary>
    public static void Write(ImportedConnector connector, StringBuilder json, CancellationToken cancellation = default)
    {
        JsonDefinitionWriter writer = new(json);
        SchemaCopier schemas = new(writer, connector, keepsRemarks: false);
        SettingsWriter settings = new(writer);
        writer.BeginMapping();
        settings.WriteIdentity(connector, hasGuide: false);
        settings.WriteVariables(connector.Variables);
        settings.WriteSecurity(connector.Security);
        writer.Key("datatypes");
        writer.BeginMapping();
        foreach (ImportedDatatype datatype in connector.Datatypes)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Key(datatype.Name);
            schemas.CopyDatatype(datatype.Schema);
        }

        writer.EndMapping();
        WriteActions(connector, writer, schemas, cancellation);
        WriteSubscriptions(connector, writer, schemas);
        if (connector.Tests is { } tests)
        {
            writer.Key("tests");
            writer.Value(tests);
        }

        writer.EndMapping();
    }

    private static void WriteActions(ImportedConnector connector, JsonDefinitionWriter writer, SchemaCopier schemas, CancellationToken cancellation)
    {
        ActionWriter actions = new(writer, schemas);
        writer.Key("actions");
        writer.BeginMapping();
        foreach (ImportedAction action in connector.Actions)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Key(action.Id);
            writer.BeginMapping();
            actions.Write(action);
            writer.EndMapping();
        }

        writer.EndMapping();
    }

    private static void WriteSubscriptions(ImportedConnector connector, JsonDefinitionWriter writer, SchemaCopier schemas)
    {
        if (connector.Subscriptions.Count == 0)
        {
            return;
        }

        SubscriptionWriter subscriptions = new(writer, schemas);
        writer.Key("subscriptions");
        writer.BeginMapping();
        foreach (ImportedSubscription subscription in connector.Subscriptions)
        {
            writer.Key(subscription.Id);
            writer.BeginMapping();
            subscriptions.Write(subscription);
            writer.EndMapping();
        }

        writer.EndMapping();
    }
}
