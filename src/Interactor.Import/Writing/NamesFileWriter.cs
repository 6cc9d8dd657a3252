using System.Text;
using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>Writes the C# names that a connector is given: <c>names.json</c>, which stands beside the definition in either form.</summary>
public static class NamesFileWriter
{
    public const string FileName = "names.json";

    /// <summary>Null where there are none.</summary>
    public static DefinitionFile? Write(ImportedConnector connector)
    {
        if (connector.Names.Count == 0)
        {
            return null;
        }

        StringBuilder json = new("{");
        foreach ((string path, string name) in connector.Names)
        {
            json.Append(json.Length == 1 ? "\n  " : ",\n  ");
            JsonTextWriter.Write(json, path);
            json.Append(": ");
            JsonTextWriter.Write(json, name);
        }

        return new DefinitionFile(FileName, json.Append("\n}\n").ToString());
    }
}
