using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Categories, publisher and links of a connector.</summary>
internal static class ConnectorFacts
{
    private static readonly string[] Branding = ["iconBrandColor", "capabilities"];

    public static ImportedConnector Add(ImportContext context, ApiProperties properties, ImportedConnector connector)
    {
        List<string> lines = [];
        List<string> categories = [];
        if (properties.Place?.TextOf("publisher") is { Length: > 0 } publisher)
        {
            lines.Add("Publisher: " + publisher);
        }

        foreach (DocumentPlace fact in context.Top.Find("x-ms-connector-metadata")?.Items ?? [])
        {
            if (fact.TextOf("propertyName")?.Trim() is not { Length: > 0 } name || fact.TextOf("propertyValue")?.Trim() is not { Length: > 0 } value)
            {
                continue;
            }

            if (string.Equals(name, "Categories", StringComparison.OrdinalIgnoreCase))
            {
                categories.AddRange(value.Split([';', ',']).Select(c => Words.Joined(c.Replace("&", " and "))).Where(c => c.Length > 0 && char.IsAsciiLetterLower(c[0])).Distinct());
            }
            else
            {
                lines.Add(name + ": " + value);
            }
        }

        foreach (string key in Branding)
        {
            if (properties.Place?.Find(key) is { } place && (place.Text is not null || place.Items.Any()))
            {
                context.Log.Add(PowerPlatformRules.Branding, place, key);
            }
        }

        string guide = string.Join("\n\n", ((string?[])[connector.Guide?.Trim(), .. lines]).Where(l => !string.IsNullOrEmpty(l)));
        return connector with { Categories = [.. categories.Distinct()], Guide = guide.Length == 0 ? null : guide };
    }
}
