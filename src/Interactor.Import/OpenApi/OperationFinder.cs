using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>Finds the operations of a document, in an order that is not the document's.</summary>
internal sealed class OperationFinder(ImportContext context)
{
    private static readonly Dictionary<string, string> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["get"] = "GET",
        ["put"] = "PUT",
        ["post"] = "POST",
        ["delete"] = "DELETE",
        ["options"] = "OPTIONS",
        ["head"] = "HEAD",
        ["patch"] = "PATCH",
        ["trace"] = "TRACE",
    };

    private static readonly string[] Unsupported = ["query", "additionalOperations"];

    public List<Operation> Find()
    {
        List<Operation> operations = [];
        foreach (string section in (string[])["paths", "x-ms-paths"])
        {
            foreach (DocumentPlace path in context.Top.Find(section)?.Members ?? [])
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (path.IsMapping && !path.Token.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                {
                    operations.AddRange(OfPath(path));
                }
            }
        }

        operations.Sort(static (a, b) =>
            string.CompareOrdinal(a.Path, b.Path) is var byPath and not 0 ? byPath : string.CompareOrdinal(a.Method, b.Method));
        return operations;
    }

    /// <summary>The operations of a path item, of a callback's and a webhook's too.</summary>
    public IEnumerable<Operation> OfPath(DocumentPlace path)
    {
        if (context.Resolve(path) is not { } item)
        {
            yield break;
        }

        foreach (DocumentPlace member in item.Members)
        {
            if (Methods.TryGetValue(member.Token, out string? method) && member.IsMapping)
            {
                yield return new Operation(path.Token, method, item, member);
            }
            else if (Unsupported.Contains(member.Token) && member.IsMapping)
            {
                context.Log.Add(ImportRules.MethodUnknown, member, member.Token);
            }
        }
    }
}
