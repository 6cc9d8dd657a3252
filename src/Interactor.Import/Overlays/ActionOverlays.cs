using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>Finds the actions that an overlay speaks of: by their ids, or by method and path.</summary>
internal sealed class ActionOverlays(FindingLog log)
{
    public ImportedConnector ApplyTo(ImportedConnector connector, DocumentPlace? actions)
    {
        if (actions is null)
        {
            return connector;
        }

        ActionOverlay overlay = new(connector, log);
        Dictionary<string, ImportedAction> byId = connector.Actions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        ILookup<string, ImportedAction> byOrigin = connector.Actions.ToLookup(a => $"{a.Origin.Method} {a.Origin.Path}", StringComparer.Ordinal);
        Dictionary<string, ImportedAction?> changed = new(StringComparer.Ordinal);
        foreach (DocumentPlace entry in actions.Entries(log))
        {
            if ((byId.GetValueOrDefault(entry.Token) ?? byOrigin[entry.Token].FirstOrDefault()) is not { } action)
            {
                IEnumerable<string> known = entry.Token.Contains(' ') ? byOrigin.Select(o => o.Key) : byId.Keys;
                entry.UnknownTarget("action", known, log);
            }
            else if (!changed.TryAdd(action.Id, overlay.ApplyTo(action, entry)))
            {
                log.Add(OverlayRules.Twice, OverlayPlace.KeyOf(entry), entry.Pointer, action.Id);
            }
        }

        return connector with { Actions = Sorted(connector.Actions, changed, actions) };
    }

    private List<ImportedAction> Sorted(
        IReadOnlyList<ImportedAction> actions, Dictionary<string, ImportedAction?> changed, DocumentPlace place)
    {
        List<ImportedAction> sorted = new(actions.Count);
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (ImportedAction action in actions)
        {
            if ((changed.TryGetValue(action.Id, out ImportedAction? other) ? other : action) is not { } kept)
            {
                continue;
            }

            if (!ids.Add(kept.Id))
            {
                log.Add(OverlayRules.Taken, place, kept.Id);
            }

            sorted.Add(kept);
        }

        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return sorted;
    }
}
