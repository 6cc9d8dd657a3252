using System.Text;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.Writing;

/// <summary>Writes a connector as the files of a folder, for people to own: YAML in block style, an action a file.</summary>
public static class ConnectorFolderWriter
{
    // Above this nobody finds a datatype in one file any more.
    private const int MostInOneFile = 60;

    /// <summary>The files in the order of their paths. The same connector gives the same files.</summary>
    /// <exception cref="OperationCanceledException">Writing was cancelled.</exception>
    public static IReadOnlyList<DefinitionFile> Write(ImportedConnector connector, CancellationToken cancellation = default)
    {
        List<DefinitionFile> files = [Settings(connector)];
        if (connector.Variables.Count > 0)
        {
            files.Add(Yaml("variables.yaml", connector, (writer, _) => new SettingsWriter(writer).WriteVariables(connector.Variables)));
        }

        if (!string.IsNullOrWhiteSpace(connector.Guide))
        {
            files.Add(new DefinitionFile("guide.md", connector.Guide.Replace("\r\n", "\n").TrimEnd() + "\n"));
        }

        files.AddRange(Datatypes(connector));
        foreach (ImportedAction action in connector.Actions)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(Yaml($"actions/{action.Id}.yaml", connector, (writer, schemas) =>
            {
                writer.Member("id", action.Id);
                new ActionWriter(writer, schemas).Write(action);
            }));
        }

        foreach (ImportedSubscription subscription in connector.Subscriptions)
        {
            files.Add(Yaml($"subscriptions/{subscription.Id}.yaml", connector, (writer, schemas) =>
            {
                writer.Member("id", subscription.Id);
                new SubscriptionWriter(writer, schemas).Write(subscription);
            }));
        }

        if (connector.Tests is { } tests)
        {
            files.Add(Yaml("tests/examples.yaml", connector, (writer, _) =>
            {
                writer.Key("tests");
                writer.Value(tests);
            }));
        }

        if (NamesFileWriter.Write(connector) is { } names)
        {
            files.Add(names);
        }

        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static DefinitionFile Settings(ImportedConnector connector) => Yaml("connector.yaml", connector, (writer, _) =>
    {
        SettingsWriter settings = new(writer);
        settings.WriteIdentity(connector, !string.IsNullOrWhiteSpace(connector.Guide));
        if (connector.Security.Count > 0)
        {
            settings.WriteSecurity(connector.Security);
        }
    });

    // One file for few; else one for each first letter, so that a name still says where it stands.
    private static IEnumerable<DefinitionFile> Datatypes(ImportedConnector connector)
    {
        if (connector.Datatypes.Count == 0)
        {
            return [];
        }

        return connector.Datatypes.Count <= MostInOneFile
            ? [DatatypeFile(connector, "datatypes.yaml", connector.Datatypes)]
            : connector.Datatypes
                .GroupBy(d => Words.Of(d.Name) is [{ Length: > 0 } first, ..] ? first[..1] : "other")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => DatatypeFile(connector, $"datatypes/{g.Key}.yaml", g));
    }

    private static DefinitionFile DatatypeFile(ImportedConnector connector, string path, IEnumerable<ImportedDatatype> datatypes) =>
        Yaml(path, connector, (writer, schemas) =>
        {
            writer.Key("datatypes");
            writer.BeginMapping();
            foreach (ImportedDatatype datatype in datatypes)
            {
                writer.Key(datatype.Name);
                schemas.CopyDatatype(datatype.Schema);
            }

            writer.EndMapping();
        });

    private static DefinitionFile Yaml(string path, ImportedConnector connector, Action<DefinitionWriter, SchemaCopier> write)
    {
        StringBuilder yaml = new();
        YamlDefinitionWriter writer = new(yaml);
        writer.BeginMapping();
        write(writer, new SchemaCopier(writer, connector, keepsRemarks: true));
        writer.EndMapping();
        return new DefinitionFile(path, yaml.ToString());
    }
}
