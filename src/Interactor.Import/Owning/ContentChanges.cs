namespace Interactor.Import.Owning;

/// <summary>What is different between two imports, as paths such as <c>actions/pets.list</c>.</summary>
public sealed record ContentChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;

    public static ContentChanges Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) => new(
        Sorted(after.Keys.Where(k => !before.ContainsKey(k))),
        Sorted(after.Where(a => before.TryGetValue(a.Key, out string? hash) && hash != a.Value).Select(a => a.Key)),
        Sorted(before.Keys.Where(k => !after.ContainsKey(k))));

    private static string[] Sorted(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal)];
}
