using Interactor.Import.Documents;

namespace Interactor.Import.Providers;

/// <summary>
/// Finds the texts that have something for the case that a value is missing. A fixed text in its place is the variable's default; else the
/// variable may be left out, wherever it stands.
/// </summary>
internal static class Alternatives
{
    public static void Prepare(ProviderEntry entry, ProviderVariables variables)
    {
        foreach (DocumentPlace place in entry.All())
        {
            Visit(place, variables);
        }
    }

    private static void Visit(DocumentPlace place, ProviderVariables variables)
    {
        if (place.Text is { } text && text.Contains("||", StringComparison.Ordinal) && ProviderText.Read(text) is { Count: > 1 } alternatives)
        {
            bool isDefault = alternatives is [[ProviderPart.Name], [ProviderPart.Literal]] || alternatives is [[ProviderPart.Name], []];
            foreach (string name in alternatives.SelectMany(a => a.OfType<ProviderPart.Name>()).Select(n => ProviderValues.PathOf(n.Path)))
            {
                variables.MakeOptional(name, isDefault && alternatives[1] is [ProviderPart.Literal literal] && !literal.Text.Contains("://") ? literal.Text : null);
            }
        }

        foreach (DocumentPlace below in place.Members.Concat(place.Items))
        {
            Visit(below, variables);
        }
    }
}
