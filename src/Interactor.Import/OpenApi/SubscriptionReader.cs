using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Keeps callbacks and webhooks as subscriptions: each with its events, and the schemas of what is delivered.</summary>
internal sealed class SubscriptionReader(ImportContext context, OperationFinder finder)
{
    private readonly UniqueNames _names = new();
    private readonly List<ImportedSubscription> _subscriptions = [];
    private readonly ContentReader _contents = new(context);

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<ImportedSubscription> Read(IReadOnlyList<Operation> operations, IReadOnlyDictionary<Operation, string> ids)
    {
        foreach (string section in (string[])["webhooks", "x-webhooks"])
        {
            foreach (DocumentPlace hook in (context.Top.Find(section)?.Members ?? []).OrderBy(h => h.Token, StringComparer.Ordinal))
            {
                if (hook.IsMapping)
                {
                    Add(IdText.Of(["webhooks", IdText.Part(Words.Of(hook.Token)) ?? "event"], "webhooks"), hook.Token, [hook], hook, ImportRules.Webhooks);
                }
            }
        }

        foreach (Operation operation in operations)
        {
            foreach (DocumentPlace member in operation.Place.Find("callbacks")?.Members ?? [])
            {
                if (member.IsMapping && context.Resolve(member) is { } callback)
                {
                    string id = IdText.Of([ids[operation], IdText.Part(Words.Of(member.Token)) ?? "callback"], "callback");
                    Add(id, member.Token, callback.Members.Where(m => m.IsMapping), member, ImportRules.Callbacks);
                }
            }
        }

        return [.. _subscriptions.OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    private void Add(string wanted, string name, IEnumerable<DocumentPlace> paths, DocumentPlace place, ImportRule rule)
    {
        UniqueNames names = new();
        List<ImportedEvent> events = [];
        string? summary = null;
        foreach (Operation operation in paths.SelectMany(finder.OfPath))
        {
            string own = IdText.Part(Words.Of(operation.OperationId ?? name)) ?? "event";
            string given = names.Claim([char.IsAsciiLetterLower(own[0]) ? own : "event-" + own], "-");
            events.Add(new ImportedEvent(given, DataOf(operation)) { Summary = Texts.FirstParagraph(operation.Place.TextOf("summary")) });
            summary ??= Texts.FirstParagraph(operation.Place.TextOf("description"));
        }

        if (events.Count == 0)
        {
            return;
        }

        string id = _names.Claim([IdText.Shorten(wanted)], "-");
        DefinitionValue.Mapping trigger = DefinitionValue.Mapping.Empty.With("kind", "webhook");
        _subscriptions.Add(new ImportedSubscription(id, trigger, events) { Name = Texts.Line(name), Summary = summary });
        context.Log.Add(rule, place, id);
    }

    private ImportedSchema? DataOf(Operation operation)
    {
        if (operation.Place.Find("requestBody") is not { } reference || context.Resolve(reference) is not { } body)
        {
            return null;
        }

        return _contents.Read(body.Find("content")).MinBy(m => MediaTypes.RankInRequest(m.MediaType))?.Schema;
    }
}
