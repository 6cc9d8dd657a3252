namespace Interactor.Import.Tests.Driver;

/// <summary>Compares files with those of a folder; INTERACTOR_UPDATE_SNAPSHOTS=1 writes them instead.</summary>
internal static class Snapshot
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("INTERACTOR_UPDATE_SNAPSHOTS") == "1";

    public static void Compare(string folder, IReadOnlyDictionary<string, string> files)
    {
        if (IsUpdating)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            foreach ((string path, string text) in files)
            {
                string file = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }
        }

        IEnumerable<string> expected = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'));
        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        foreach ((string path, string text) in files)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(folder, path)), text);
        }
    }
}
