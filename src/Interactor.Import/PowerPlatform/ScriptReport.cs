using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Says which actions depend on a script. The script itself is not read.</summary>
internal static class ScriptReport
{
    public static void Write(ImportContext context, ApiProperties properties, ImportedConnector connector)
    {
        if (properties.Script is null && properties.ScriptOperations.Count == 0)
        {
            return;
        }

        string script = properties.Script is { } path ? Path.GetFileName(path) : "a script";
        if (properties.ScriptOperations.Count == 0)
        {
            foreach (ImportedAction action in connector.Actions)
            {
                context.Log.Add(PowerPlatformRules.Script, action.Origin.Place, action.Id, script);
            }
        }

        foreach (DocumentPlace operation in properties.ScriptOperations)
        {
            string id = connector.Actions.FirstOrDefault(a => a.Origin.OperationId == operation.Text)?.Id ?? operation.Text ?? "";
            context.Log.Add(PowerPlatformRules.Script, operation, id, script);
        }
    }
}
