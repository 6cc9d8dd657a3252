using System.IO.Enumeration;

namespace Interactor.Import.OpenApi;

/// <summary>Chooses the operations to import by patterns.</summary>
internal static class OperationFilter
{
    public static List<Operation> Apply(List<Operation> operations, IReadOnlyDictionary<Operation, string> ids, OpenApiImportOptions options) =>
        options.Include.Count == 0 && options.Exclude.Count == 0
            ? operations
            : operations.FindAll(o => (options.Include.Count == 0 || Matches(options.Include, o, ids[o])) && !Matches(options.Exclude, o, ids[o]));

    private static bool Matches(IReadOnlyList<string> patterns, Operation operation, string id) => patterns.Any(pattern =>
        Is(pattern, id) || Is(pattern, operation.Path) || operation.Tags.Any(tag => Is(pattern, tag)));

    private static bool Is(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\"), text);
}
