using System.IO.Enumeration;
using Interactor.Compiler.Diagnostics;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>Chooses the operations to import by patterns.</summary>
internal static class OperationFilter
{
    private const int Examples = 3;

    /// <summary>Null, and reported, where the patterns leave nothing of a document that has operations. A pattern that fits nothing is reported too.</summary>
    public static List<Operation>? Apply(List<Operation> operations, IReadOnlyDictionary<Operation, string> ids, ImportContext context)
    {
        OpenApiImportOptions options = context.Options;
        if (operations.Count == 0 || (options.Include.Count == 0 && options.Exclude.Count == 0))
        {
            return operations;
        }

        List<Operation> chosen = operations.FindAll(o =>
            (options.Include.Count == 0 || Matches(options.Include, o, ids[o])) && !Matches(options.Exclude, o, ids[o]));
        ImportRule unfit = chosen.Count == 0 ? ImportRules.PatternsLeaveNothing : ImportRules.PatternFitsNothing;
        List<string> idle = [.. options.Include.Concat(options.Exclude).Distinct().Where(p => !operations.Exists(o => Matches([p], o, ids[o])))];
        foreach (string pattern in idle)
        {
            context.Log.Add(
                unfit, context.Top, $"The pattern '{pattern}' fits none of the document's {operations.Count} operations.{Hint(pattern, operations, ids)}");
        }

        if (chosen.Count > 0)
        {
            return chosen;
        }

        if (idle.Count == 0)
        {
            context.Log.Add(unfit, context.Top, $"The patterns leave none of the document's {operations.Count} operations.");
        }

        return null;
    }

    private static bool Matches(IReadOnlyList<string> patterns, Operation operation, string id) => patterns.Any(pattern =>
        Is(pattern, id) || Is(pattern, operation.Path) || operation.Tags.Any(tag => Is(pattern, tag)));

    private static bool Is(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\"), text);

    // What is near to the pattern: an id, path or tag, or the beginning of one up to where the pattern has its '*'; else what ids look like.
    private static string Hint(string pattern, List<Operation> operations, IReadOnlyDictionary<Operation, string> ids)
    {
        string fixedPart = pattern.Replace("*", "", StringComparison.Ordinal).Trim('.', '/');
        List<string> names = [.. operations.SelectMany(o => o.Tags.Prepend(o.Path).Prepend(ids[o])).Distinct(StringComparer.Ordinal)];
        string hint = Nearest.Hint(pattern, names);
        hint = hint.Length > 0 ? hint : Nearest.Hint(fixedPart, names);
        hint = hint.Length > 0 ? hint : Nearest.Hint(fixedPart, names.Select(n => n.Trim('/').Split('.', '/')[0]));
        return hint.Length > 0 ? hint : $" Ids are such as {string.Join(", ", operations.Take(Examples).Select(o => $"'{ids[o]}'"))}.";
    }
}
