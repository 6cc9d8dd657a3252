using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Values;

/// <summary>The actions that may give choices: the newest version of each.</summary>
internal sealed class ValuesSources(IReadOnlyList<ActionModel> actions)
{
    // Each hint goes through all names, of which there may be thousands; who has made more mistakes than this needs no hints.
    private const int MostHints = 20;

    private readonly Dictionary<string, ActionModel> _newest = Index(actions);
    private int _hints;

    /// <summary>The action of a name; an unknown one is reported.</summary>
    public ActionModel? Find(ScalarNode name, BindingContext own)
    {
        if (_newest.TryGetValue(name.Text, out ActionModel? action))
        {
            return action;
        }

        own.Report(StructureDiagnostics.UnknownName, name, "action", name.Text, _hints++ < MostHints ? Nearest.Hint(name.Text, _newest.Keys) : "");
        return null;
    }

    private static Dictionary<string, ActionModel> Index(IReadOnlyList<ActionModel> actions)
    {
        Dictionary<string, ActionModel> newest = new(StringComparer.Ordinal);
        foreach (ActionModel action in actions)
        {
            if (action.IsNewest && !newest.ContainsKey(action.Id))
            {
                newest.Add(action.Id, action);
            }
        }

        return newest;
    }
}
