namespace Interactor.Import.Build;

/// <summary>What the targets ask for: a file of lines <c>name=value</c>, which is an input of the target as well.</summary>
/// <param name="Document">The document's path.</param>
/// <param name="Project">The project's file, where the item stands.</param>
/// <param name="Folder">Where the definition goes.</param>
/// <param name="Overlay">The path of its overlay; null where there is none.</param>
internal sealed record BuildRequest(
    string Document, string Project, string Folder, string? Overlay, string? Id, string? Owner, string? Server, IReadOnlyList<string> Include, IReadOnlyList<string> Exclude,
    bool KeepUnusedSchemas)
{
    private static readonly string[] Names = ["document", "project", "folder", "overlay", "id", "owner", "server", "include", "exclude", "unused"];

    public static BuildRequest Read(string path)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        string current = Names[0];
        foreach (string line in File.ReadLines(path))
        {
            int equals = line.IndexOf('=');
            bool isNamed = equals > 0 && Names.Contains(line[..equals]);
            current = isNamed ? line[..equals] : current;

            // Metadata may be written over several lines of a project file; such lines have no name.
            values[current] = isNamed ? line[(equals + 1)..] : values.GetValueOrDefault(current, "") + ";" + line;
        }

        return new BuildRequest(
            Text("document") ?? throw new InvalidDataException($"'{path}' names no document."),
            Text("project") ?? throw new InvalidDataException($"'{path}' names no project."),
            Text("folder") ?? throw new InvalidDataException($"'{path}' names no folder."),
            Text("overlay"), Text("id"), Text("owner"), Text("server"), List("include"), List("exclude"), string.Equals(Text("unused"), "true", StringComparison.OrdinalIgnoreCase));

        string? Text(string name) => values.GetValueOrDefault(name)?.Trim().Trim(';') is { Length: > 0 } text ? text : null;

        string[] List(string name) =>
            values.GetValueOrDefault(name, "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
