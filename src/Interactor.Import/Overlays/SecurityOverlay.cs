using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>Changes, adds and takes away security methods.</summary>
internal sealed class SecurityOverlay(FindingLog log)
{
    public ImportedConnector ApplyTo(ImportedConnector connector, DocumentPlace? security)
    {
        List<ImportedSecurityMethod> methods = [.. connector.Security];
        foreach (DocumentPlace entry in SecurityEntries(security))
        {
            int index = methods.FindIndex(m => m.Id == entry.Token);
            string? kind = entry.TextOf("kind");
            if (index < 0 && kind is null)
            {
                entry.UnknownTarget("security method", methods.Select(m => m.Id), log);
            }
            else if (index >= 0 && entry.IsNull)
            {
                methods.RemoveAt(index);
                connector = Without(connector, entry.Token);
            }
            else if (index >= 0 && (kind is null || kind == methods[index].Kind))
            {
                methods[index] = methods[index] with { Settings = OverlayPlace.Merge(methods[index].Settings, Settings(entry)) };
            }
            else
            {
                // Of another kind, nothing of what there was can stay.
                ImportedSecurityMethod method = new(entry.Token, kind!, OverlayPlace.Merge(DefinitionValue.Mapping.Empty, Settings(entry)));
                methods.RemoveAll(m => m.Id == entry.Token);
                methods.Insert(index < 0 ? methods.Count : index, method);
            }
        }

        return connector with { Security = methods };
    }

    private IEnumerable<DocumentPlace> SecurityEntries(DocumentPlace? security) =>
        security.Entries(log).Where(e => e.IsNull || e.IsMapping || e.Entries(log).Any());

    private static IEnumerable<DocumentPlace> Settings(DocumentPlace entry) => entry.Members.Where(m => m.Token != "kind");

    // Actions that accepted nothing else accept whatever there is: none of them may become one that needs no account.
    private static ImportedConnector Without(ImportedConnector connector, string method) => connector with
    {
        Actions = [.. connector.Actions.Select(a => a.Methods?.Contains(method) == true ? a with { Methods = Others(a.Methods, method) } : a)],
        Variables =
        [
            .. connector.Variables
                .Where(v => v.AskFor is not [var only] || only != method)
                .Select(v => v with { AskFor = [.. v.AskFor.Where(m => m != method)] }),
        ],
    };

    private static string[]? Others(IReadOnlyList<string> methods, string method) =>
        methods.Where(m => m != method).ToArray() is { Length: > 0 } others ? others : null;
}
