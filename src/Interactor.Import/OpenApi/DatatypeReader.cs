using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>
/// Gives a connector its datatypes: the schemas of the document, and those that references lead to wherever else they stand. Only what
/// the actions need is taken where a part of the document is imported.
/// </summary>
internal sealed class DatatypeReader(ImportContext context)
{
    public ImportedConnector AddTo(ImportedConnector connector)
    {
        bool isPart = context.Options.Include.Count > 0 || context.Options.Exclude.Count > 0;
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

        if (!isPart)
        {
            foreach (DocumentPlace schema in home.All)
            {
                collector.Need(schema);
            }
        }

        collector.Complete();
        DatatypeNames names = DatatypeNames.Of(home, collector.Promoted);
        return connector with
        {
            Datatypes = [.. collector.Needed.Select(n => new ImportedDatatype(names.Of(n), new ImportedSchema.Copied(n))).OrderBy(d => d.Name, StringComparer.Ordinal)],
            References = collector.ToReferences(names),
        };
    }
}
