using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Keeps triggers as subscriptions. The operation stays an action: it is what registers a webhook, or what is asked for news.</summary>
internal sealed class TriggerReader(ImportContext context)
{
    // Deeper than this nobody hides the address of a callback.
    private const int Deepest = 6;

    public IEnumerable<ImportedSubscription> Read(IReadOnlyList<ImportedAction> actions)
    {
        foreach (ImportedAction action in actions)
        {
            DocumentPlace operation = action.Origin.Place;
            if (operation.Find("x-ms-trigger") is { } trigger)
            {
                context.Log.Add(PowerPlatformRules.Subscription, trigger, action.Id, action.Id);
                yield return Read(action, operation, trigger);
            }
        }
    }

    private ImportedSubscription Read(ImportedAction action, DocumentPlace operation, DocumentPlace trigger)
    {
        string? callback = Callback(operation);
        DocumentPlace? content = operation.Parent?.Find("x-ms-notification-content") ?? operation.Find("x-ms-notification-content");
        bool isWebhook = callback is not null || content is not null;
        DefinitionValue.Mapping how = DefinitionValue.Mapping.Empty
            .With("kind", isWebhook ? "webhook" : "poll")
            .With("subscribe", isWebhook
                ? DefinitionValue.Mapping.Empty.With("action", action.Id).With("callback", callback is null ? null : (DefinitionValue)callback)
                : null)
            .With("action", isWebhook ? null : (DefinitionValue)action.Id);
        ImportedSchema? data = isWebhook
            ? content?.Find("schema") is { } schema ? new ImportedSchema.Copied(schema) : null
            : action.Responses.FirstOrDefault(r => r.Status.StartsWith('2') && r.Schema is not null)?.Schema;
        bool isBatch = string.Equals(trigger.Text?.Trim(), "batch", StringComparison.OrdinalIgnoreCase);
        string? hint = Texts.FirstParagraph(operation.TextOf("x-ms-trigger-hint"));
        return new ImportedSubscription(action.Id, how, [new ImportedEvent(isBatch ? "batch" : "event", data)
        {
            Summary = Texts.FirstParagraph(content?.TextOf("description")),
        }])
        {
            Name = action.Name,
            Summary = action.Summary is { } summary && hint is not null && hint != summary ? summary + " " + hint : action.Summary ?? hint,
        };
    }

    // The member of the input that takes the address which is called.
    private string? Callback(DocumentPlace operation)
    {
        foreach (DocumentPlace reference in (operation.Find("parameters")?.Items ?? []).Concat(operation.Parent?.Find("parameters")?.Items ?? []))
        {
            if (context.References.Follow(reference) is not { } parameter)
            {
                continue;
            }

            if (parameter.IsTrue("x-ms-notification-url"))
            {
                return parameter.TextOf("name");
            }

            if (parameter.Find("schema") is { } schema && Search(schema, BodyBuilder.Name, 0) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string? Search(DocumentPlace place, string path, int depth)
    {
        if (depth > Deepest || context.References.Follow(place) is not { } schema)
        {
            return null;
        }

        foreach (DocumentPlace property in schema.Find("properties")?.Members ?? [])
        {
            string below = path + "." + property.Token;
            if (property.IsTrue("x-ms-notification-url"))
            {
                return below;
            }

            if (Search(property, below, depth + 1) is { } found)
            {
                return found;
            }
        }

        return (schema.Find("allOf")?.Items ?? []).Select(part => Search(part, path, depth + 1)).FirstOrDefault(found => found is not null);
    }
}
