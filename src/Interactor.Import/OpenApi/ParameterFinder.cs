using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>Finds the parameters of an operation: the path's, and the operation's own, which replace those of the same name and location.</summary>
internal sealed class ParameterFinder(ImportContext context)
{
    /// <summary>The objects behind references, in the order of the document.</summary>
    public IReadOnlyList<DocumentPlace> Find(Operation operation)
    {
        List<DocumentPlace> found = OfOwner(operation.PathItem);
        if (operation.Place.Find("parameters") is null)
        {
            return found;
        }

        Dictionary<(string?, string?), int> positions = [];
        for (int i = 0; i < found.Count; i++)
        {
            positions[KeyOf(found[i])] = i;
        }

        foreach (DocumentPlace own in OfOwner(operation.Place))
        {
            if (positions.TryGetValue(KeyOf(own), out int index))
            {
                found[index] = own;
            }
            else
            {
                found.Add(own);
            }
        }

        return found;
    }

    private List<DocumentPlace> OfOwner(DocumentPlace owner)
    {
        List<DocumentPlace> found = [];
        HashSet<(string?, string?)>? keys = null;
        foreach (DocumentPlace item in owner.Find("parameters")?.Items ?? [])
        {
            if (!item.IsMapping || context.Resolve(item) is not { IsMapping: true } parameter)
            {
                continue;
            }

            keys ??= [];
            if (keys.Add(KeyOf(parameter)))
            {
                found.Add(parameter);
            }
            else
            {
                context.Log.Add(ImportRules.ParameterTwice, item, parameter.TextOf("name") ?? "");
            }
        }

        return found;
    }

    private static (string? In, string? Name) KeyOf(DocumentPlace parameter) => (parameter.TextOf("in"), parameter.TextOf("name"));
}
