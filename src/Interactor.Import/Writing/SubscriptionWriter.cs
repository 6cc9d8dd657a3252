using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>Writes the keys of a subscription into the mapping that is open.</summary>
internal sealed class SubscriptionWriter(DefinitionWriter writer, SchemaCopier schemas)
{
    public void Write(ImportedSubscription subscription)
    {
        writer.Member("version", subscription.Version);
        writer.Member("name", subscription.Name);
        writer.Member("summary", subscription.Summary);
        writer.Key("trigger");
        writer.Value(subscription.Trigger);
        writer.Key("events");
        writer.BeginMapping();
        foreach (ImportedEvent item in subscription.Events)
        {
            writer.Key(item.Name);
            writer.BeginMapping();
            writer.Member("summary", item.Summary);
            writer.Members(item.Settings);
            if (item.Data is not null)
            {
                writer.Key("data");
                schemas.Copy(item.Data);
            }

            writer.EndMapping();
        }

        writer.EndMapping();
    }
}
