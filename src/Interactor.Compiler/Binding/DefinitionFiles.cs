namespace Interactor.Compiler.Binding;

/// <summary>How the files of a connector's folder are told apart by name (language, chapter 1).</summary>
public static class DefinitionFiles
{
    /// <summary>The name, without its extension, of the file that makes a folder a connector.</summary>
    public const string Settings = "connector";

    /// <summary>The file beside it that gives C# names.</summary>
    internal const string NamesFile = "names.json";

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>A file in the definition language, by its extension.</summary>
    public static bool IsDefinition(string path) => Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>A file that makes its folder a connector.</summary>
    public static bool IsSettings(string path) => IsDefinition(path) && NameOf(path) == Settings;

    /// <summary>The file's name without folder and extension.</summary>
    public static string NameOf(string path)
    {
        string name = path.Substring(path.LastIndexOf('/') + 1);
        int dot = name.LastIndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }
}
