using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>
/// Gives a connector its datatypes: the schemas of the document, and those that references lead to wherever else they stand. Only what
/// operations use is taken, unless all are wanted or there are no operations.
/// </summary>
internal sealed class DatatypeReader(ImportContext context)
{
    public ImportedConnector AddTo(ImportedConnector connector)
    {
        DatatypeHome home = DatatypeHome.Of(context);
        ReferenceCollector collector = new(context, home);
        foreach (ImportedAction action in connector.Actions)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (ImportedProperty property in action.Input)
            {
                collector.Visit(property.Schema);
            }

            foreach (ImportedResponse response in action.Responses)
            {
                collector.Visit(response.Schema);
            }
        }

        foreach (ImportedEvent item in connector.Subscriptions.SelectMany(s => s.Events))
        {
            collector.Visit(item.Data);
        }

        collector.Complete();
        AddUnused(connector, home, collector);
        DatatypeNames names = DatatypeNames.Of(home, collector.Promoted);
        return connector with
        {
            Datatypes = [.. collector.Needed.Select(n => new ImportedDatatype(names.Of(n), new ImportedSchema.Copied(n))).OrderBy(d => d.Name, StringComparer.Ordinal)],
            References = collector.ToReferences(names),
        };
    }

    private void AddUnused(ImportedConnector connector, DatatypeHome home, ReferenceCollector collector)
    {
        bool isPart = context.Options.Include.Count > 0 || context.Options.Exclude.Count > 0;
        bool isKept = context.Options.KeepUnusedSchemas || (!isPart && connector.Actions.Count == 0 && connector.Subscriptions.Count == 0);
        foreach (DocumentPlace schema in home.All.Where(s => !collector.IsNeeded(s)).ToList())
        {
            if (isKept)
            {
                collector.Need(schema);
            }
            else if (!isPart)
            {
                context.Log.Add(ImportRules.UnusedSchema, schema, schema.Token);
            }
        }

        collector.Complete();
    }
}
