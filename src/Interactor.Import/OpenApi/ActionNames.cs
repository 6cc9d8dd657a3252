using Interactor.Import.Findings;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>
/// Gives each operation the id of its action. Groups come from the dots and slashes of the operationId, else from the first tag; the
/// order of the operations, which is not the document's, decides who keeps a name that two want.
/// </summary>
internal sealed class ActionNames(ImportContext context, string connectorId)
{
    private readonly UniqueNames _names = new();
    private readonly List<string> _connector = Words.Of(connectorId);

    public IReadOnlyDictionary<Operation, string> Name(IReadOnlyList<Operation> operations)
    {
        PathWords paths = PathWords.Of(operations);
        Dictionary<Operation, string> ids = new(ReferenceEqualityComparer.Instance);
        foreach (Operation operation in operations)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            string wanted = operation.OperationId is { } id ? Proposal(operation, id, paths) : paths.IdOf(operation, GroupOf(operation));
            string given = _names.Claim([wanted, .. Others(wanted, operation, paths)], "-");
            ids.Add(operation, given);
            if (operation.OperationId is null)
            {
                context.Log.Add(ImportRules.OperationIdMissing, operation.Place, given);
            }
            else if (given != wanted)
            {
                context.Log.Add(ImportRules.OperationIdTaken, operation.Place, wanted, given);
            }
        }

        return ids;
    }

    private string Proposal(Operation operation, string operationId, PathWords paths)
    {
        List<List<string>> parts = [.. operationId.Split(['.', '/'], StringSplitOptions.RemoveEmptyEntries).Select(Words.Of).Where(w => w.Count > 0)];
        if (parts.Count == 0)
        {
            return paths.IdOf(operation, GroupOf(operation));
        }

        // gmail.users.list of the connector 'gmail' is users.list.
        if (parts.Count > 1 && parts[0].SequenceEqual(_connector))
        {
            parts.RemoveAt(0);
        }

        if (parts.Count == 1 && GroupOf(operation) is { } group)
        {
            parts.Insert(0, group);
        }

        for (int i = parts.Count - 1; i > 0; i--)
        {
            DropRepeated(parts[i], parts[i - 1]);
        }

        DropRepeated(parts[0], _connector);
        return IdText.Of(parts.Select(p => string.Join('-', p)), operation.Method.ToLowerInvariant());
    }

    // The first tag; the connector's own name is no group.
    private List<string>? GroupOf(Operation operation) =>
        operation.Tags.Count > 0 && Words.Of(operation.Tags[0]) is { Count: > 0 } words && !words.SequenceEqual(_connector) ? words : null;

    // pets.pets-list is pets.list.
    private static void DropRepeated(List<string> words, List<string> repeated)
    {
        if (words.Count > repeated.Count && repeated.Count > 0 && words.Take(repeated.Count).SequenceEqual(repeated))
        {
            words.RemoveRange(0, repeated.Count);
        }
    }

    private static IEnumerable<string> Others(string wanted, Operation operation, PathWords paths)
    {
        string method = operation.Method.ToLowerInvariant();
        if (!wanted.EndsWith("-" + method, StringComparison.Ordinal) && !wanted.EndsWith("." + method, StringComparison.Ordinal))
        {
            yield return IdText.Shorten(wanted + "-" + method);
        }

        if (paths.VariablesOf(operation.Path) is { Count: > 0 } variables)
        {
            yield return IdText.Shorten(wanted + "-by-" + string.Join('-', variables));
        }
    }
}
