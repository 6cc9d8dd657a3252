using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Names made of paths, for operations without an id: <c>GET /users/{id}/posts</c> is <c>users.get-posts-by-id</c>.</summary>
internal sealed class PathWords
{
    private readonly string[] _common;

    private PathWords(string[] common) => _common = common;

    /// <param name="operations">All of them: what every path begins with tells none apart, and is left out.</param>
    public static PathWords Of(IReadOnlyList<Operation> operations)
    {
        string[]? common = null;
        foreach (string path in operations.Select(o => o.Path).Distinct())
        {
            string[] segments = Segments(path);
            int most = Math.Min(common?.Length ?? int.MaxValue, segments.Length - 1);
            int same = 0;
            while (same < most && !IsVariable(segments[same]) && (common is null || common[same] == segments[same]))
            {
                same++;
            }

            common = segments[..same];
        }

        return new PathWords(common ?? []);
    }

    public string IdOf(Operation operation, IReadOnlyList<string>? tag)
    {
        string method = operation.Method.ToLowerInvariant();
        List<List<string>> texts = [.. Segments(operation.Path).Skip(_common.Length).Where(s => !IsVariable(s)).Select(Words.Of).Where(w => w.Count > 0)];
        IReadOnlyList<string>? group = tag ?? texts.FirstOrDefault();
        if (group is not null && texts.Count > 0 && texts[0].SequenceEqual(group))
        {
            texts.RemoveAt(0);
        }

        List<string> name = [method, .. texts.SelectMany(t => t)];
        if (VariablesOf(operation.Path) is { Count: > 0 } variables)
        {
            name.Add("by");
            name.AddRange(variables);
        }

        string last = string.Join('-', name);
        return IdText.Of(group is null ? [last] : [string.Join('-', group), last], method);
    }

    /// <summary>The words of the path's variables.</summary>
    public List<string> VariablesOf(string path) =>
        [.. PathText.VariablesOf(path).SelectMany(Words.Of)];

    private static string[] Segments(string path) => PathText.WithoutQuery(path).Split('/', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } segments ? segments : [""];

    private static bool IsVariable(string segment) => segment.StartsWith('{') && segment.EndsWith('}');
}
