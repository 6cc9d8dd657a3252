using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Subscriptions;

/// <summary>Binds subscriptions (language, chapter 8): the data of events get types. What a trigger does is not carried out yet.</summary>
internal sealed class SubscriptionBinder(BindingContext context, DatatypeBinder datatypes)
{
    private static readonly string[] TriggerKeys = ["subscribe", "unsubscribe", "renew", "receive", "every", "state", "request", "action", "next"];

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public void Bind(IReadOnlyList<(SyntaxNode Node, ScalarNode? Key)> subscriptions)
    {
        foreach ((SyntaxNode node, ScalarNode? key) in subscriptions)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (context.ReadMapping(node, "a subscription") is { } reader)
            {
                BindOne(reader, key);
            }
        }
    }

    private void BindOne(MappingReader reader, ScalarNode? key)
    {
        context.Report(NotYetDiagnostics.Subscriptions, (SyntaxNode?)key ?? reader.Node);
        ScalarNode? id = key ?? reader.RequireScalar("id");
        if (id is null)
        {
            return;
        }

        if (!Identifier.IsId(id.Text))
        {
            context.Report(StructureDiagnostics.InvalidId, id, id.Text);
        }
        else if (!_ids.Add(id.Text))
        {
            context.Report(StructureDiagnostics.DuplicateDefinition, id, "subscription", id.Text, "another place");
        }

        reader.RequireText("version");
        reader.TakeText("name");
        reader.TakeText("summary");
        ReadTrigger(reader);
        BindEvents(reader.Require("events"), PascalCase.Of(id.Text));
        reader.Done();
    }

    private void ReadTrigger(MappingReader subscription)
    {
        if (context.ReadMapping(subscription.Require("trigger"), "'trigger'") is { } trigger)
        {
            trigger.RequireChoice("kind", "", ("webhook", "webhook"), ("poll", "poll"));
            foreach (string key in TriggerKeys)
            {
                trigger.Take(key);
            }

            trigger.Done();
        }
    }

    private void BindEvents(SyntaxNode? node, string prefix)
    {
        foreach (MappingEntry entry in context.ReadEntries(node, "'events'").OrderBy(e => e.Key.Text, StringComparer.Ordinal))
        {
            if (context.ReadMapping(entry.Value, $"the event '{entry.Key.Text}'") is not { } reader)
            {
                continue;
            }

            reader.TakeText("name");
            reader.TakeText("summary");
            reader.Take("route");
            reader.Take("key");
            reader.Take("window");
            if (reader.Take("data") is { } data)
            {
                datatypes.BindInline(data, prefix + PascalCase.Of(entry.Key.Text) + "Event");
            }

            reader.Done();
        }
    }
}
