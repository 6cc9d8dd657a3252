using System.Globalization;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Adds to actions, schemas and subscriptions what the extensions of the document say.</summary>
internal static class ExtensionReader
{
    public static ImportedConnector Extend(ImportContext context, ImportedConnector connector)
    {
        ExtensionWalker walker = new(context, new DynamicValues(context, connector.Actions));
        walker.Walk();
        ImportedAction[] actions = [.. connector.Actions.Select(a => Extend(context, a, walker.Notes))];
        return connector with
        {
            Notes = walker.Notes,
            Actions = actions,
            Subscriptions = [.. connector.Subscriptions.Concat(new TriggerReader(context).Read(actions)).OrderBy(s => s.Id, StringComparer.Ordinal)],
        };
    }

    private static ImportedAction Extend(ImportContext context, ImportedAction action, SchemaNotes notes)
    {
        DocumentPlace operation = action.Origin.Place;
        ImportedAction extended = action with
        {
            Input = [.. action.Input.Select(p => p.Place is { } place && notes.Of(place.Node) is { IsEmpty: false } keywords ? p with { Keywords = keywords } : p)],
        };
        if (operation.TextOf("summary") is null && Texts.Line(operation.TextOf("x-ms-summary")) is { } name)
        {
            extended = extended with { Name = name };
        }

        if (operation.Find("x-ms-api-annotation") is { } annotation)
        {
            extended = Annotate(extended, annotation);
        }

        if (operation.Find("x-ms-visibility") is { Text: "internal" } visibility)
        {
            context.Log.Add(PowerPlatformRules.ExtensionDropped, visibility, "x-ms-visibility: internal", "an action is there for everybody");
        }

        if (operation.Find("x-ms-pageable") is { } pageable)
        {
            if (pageable.TextOf("nextLinkName") is not { Length: > 0 } next)
            {
                context.Log.Add(PowerPlatformRules.ExtensionForm, pageable, "x-ms-pageable", "a mapping with 'nextLinkName'");
            }
            else
            {
                context.Log.Add(PowerPlatformRules.Pageable, pageable, next);
                extended = Pagination.Of(extended, next, pageable.TextOf("itemName"));
            }
        }

        return extended;
    }

    // A revision is a version that may stand beside the others.
    private static ImportedAction Annotate(ImportedAction action, DocumentPlace annotation)
    {
        bool isDeprecated = action.IsDeprecated || string.Equals(annotation.TextOf("status")?.Trim(), "deprecated", StringComparison.OrdinalIgnoreCase);
        return int.TryParse(annotation.TextOf("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out int revision) && revision is > 0 and < 1000
            ? action with { IsDeprecated = isDeprecated, Version = revision.ToString(CultureInfo.InvariantCulture) + ".0.0" }
            : action with { IsDeprecated = isDeprecated };
    }
}
