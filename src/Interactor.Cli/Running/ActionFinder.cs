using Interactor.Compiler.Diagnostics;
using Interactor.Runtime;

namespace Interactor.Cli.Running;

/// <summary>Finds the action that a command line names.</summary>
internal static class ActionFinder
{
    private const int ListLimit = 20;

    /// <exception cref="CommandException">There is no such action; the message names near ones.</exception>
    public static ActionDescriptor Find(ConnectorDescriptor connector, string id)
    {
        if (connector.Actions.FirstOrDefault(a => a.Id == id) is { } action)
        {
            return action;
        }

        string[] ids = [.. connector.Actions.Select(a => a.Id).Distinct().Order(StringComparer.Ordinal)];
        string[] near = [.. ids.Where(i => i.Contains(id, StringComparison.OrdinalIgnoreCase) || id.Split('.').Intersect(i.Split('.')).Any())];
        string[] shown = near.Length > 0 ? near : ids;
        string list = shown.Length == 0 ? "" : $"\nIts actions{(near.Length > 0 ? " with a similar name" : "")}: {string.Join(", ", shown.Take(ListLimit))}{(shown.Length > ListLimit ? ", …" : "")}";
        throw new CommandException($"The connector '{connector.Address}' has no action '{id}'.{Nearest.Hint(id, ids)}{list}");
    }
}
