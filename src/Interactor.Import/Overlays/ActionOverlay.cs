using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>Changes one action. The keys are those of an action, and <c>hidden</c>.</summary>
internal sealed class ActionOverlay(ImportedConnector connector, FindingLog log)
{
    private static readonly string[] Own = ["id", "version", "name", "summary", "effect", "idempotent", "deprecated", "security", "hidden"];

    // These go into the definition as they are written; the compiler checks them.
    private static readonly string[] Copied = ["paginate", "stream", "poll", "idempotency", "timeout", "retry", "errors", "output", "map", "reveal"];

    // An action that has one of these reads its answers as a whole, whatever their media type.
    private static readonly string[] OfWholes = ["paginate", "poll", "map"];

    private static readonly string[] OfDocument = ["input", "request", "responses", "steps"];

    private static readonly Dictionary<string, ActionEffect> Effects = new(StringComparer.Ordinal)
    {
        ["read"] = ActionEffect.Read,
        ["write"] = ActionEffect.Write,
        ["destructive"] = ActionEffect.Destructive,
    };

    /// <summary>Null for an action that is hidden.</summary>
    public ImportedAction? ApplyTo(ImportedAction action, DocumentPlace entry)
    {
        bool isHidden = false;
        foreach (DocumentPlace member in entry.Entries(log))
        {
            action = member.Token switch
            {
                "id" => action with { Id = member.Data(log) ?? action.Id },
                "version" => action with { Version = member.Data(log) ?? action.Version },
                "name" => action with { Name = member.Data(log) ?? action.Name },
                "summary" => action with { Summary = member.Data(log) },
                "effect" => action with { Effect = EffectOf(member) ?? action.Effect },
                "idempotent" => Idempotent(action, member),
                "deprecated" => action with { IsDeprecated = member.Switch(log) ?? action.IsDeprecated },
                "security" => Security(action, member),
                "hidden" => action,
                _ => Further(action, member),
            };
            isHidden |= member.Token == "hidden" && member.Switch(log) == true;
        }

        return isHidden ? null : action;
    }

    private ActionEffect? EffectOf(DocumentPlace place)
    {
        if (place.Text is { } text && Effects.TryGetValue(text, out ActionEffect effect))
        {
            return effect;
        }

        log.Add(OverlayRules.Form, place, "'effect'", "'read', 'write' or 'destructive'");
        return null;
    }

    private ImportedAction Idempotent(ImportedAction action, DocumentPlace place) => place.Text == "key"
        ? action with { IsIdempotent = null, Settings = action.Settings.Set("idempotent", "key") }
        : action with { IsIdempotent = place.Switch(log), Settings = action.Settings.Set("idempotent", null) };

    private ImportedAction Security(ImportedAction action, DocumentPlace place)
    {
        foreach (DocumentPlace member in place.Entries(log))
        {
            switch (member.Token)
            {
                case "methods":
                    action = action with { Methods = [.. member.List(log).Select(Method)] };
                    break;
                case "scopes":
                    action = action with { Scopes = [.. member.List(log).Select(i => i.Text!)] };
                    break;
                default:
                    member.UnknownKey("the security of an action", ["methods", "scopes"], log);
                    break;
            }
        }

        return action;
    }

    private string Method(DocumentPlace item)
    {
        string id = item.Text!;
        if (!connector.Security.Any(m => m.Id == id))
        {
            log.Add(OverlayRules.Target, item, "security method", id, Compiler.Diagnostics.Nearest.Hint(id, connector.Security.Select(m => m.Id)));
        }

        return id;
    }

    private ImportedAction Further(ImportedAction action, DocumentPlace member)
    {
        if (OfDocument.Contains(member.Token))
        {
            log.Add(OverlayRules.Fixed, OverlayPlace.KeyOf(member), member.Pointer, member.Token);
            return action;
        }

        if (!Copied.Contains(member.Token))
        {
            member.UnknownKey("an action", Own.Concat(Copied), log);
            return action;
        }

        DefinitionValue.Mapping settings = OfWholes.Contains(member.Token) ? action.Settings.Set("stream", null) : action.Settings;
        return action with { Settings = OverlayPlace.Merge(settings, [member]) };
    }
}
