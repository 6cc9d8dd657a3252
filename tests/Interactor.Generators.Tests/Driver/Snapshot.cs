namespace Interactor.Generators.Tests.Driver;

/// <summary>Compares generated files with the folder <c>expected</c> of a case; INTERACTOR_UPDATE_SNAPSHOTS=1 writes them instead.</summary>
internal static class Snapshot
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("INTERACTOR_UPDATE_SNAPSHOTS") == "1";

    public static void Match(string folder, IReadOnlyDictionary<string, string> sources)
    {
        if (IsUpdating)
        {
            Write(folder, sources);
            return;
        }

        string[] expected = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))]
            : [];
        Assert.Equal(expected.Order(StringComparer.Ordinal), sources.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, name => Assert.Equal(File.ReadAllText(Path.Combine(folder, name)), sources[name]));
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> sources)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach ((string name, string text) in sources)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
