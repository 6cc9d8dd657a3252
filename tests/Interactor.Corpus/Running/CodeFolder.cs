using Interactor.Compiler.Emit;
using Interactor.Compiler.Text;

namespace Interactor.Corpus.Running;

/// <summary>A folder with what became of one document: its definition, and below <c>code</c> its C#.</summary>
internal static class CodeFolder
{
    /// <summary>The folder's name: the id of the document as one segment of a path.</summary>
    public static string NameOf(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    public static void Write(string folder, IEnumerable<SourceFile> definition, IEnumerable<GeneratedFile> code)
    {
        string codeFolder = Path.Combine(folder, "code");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (SourceFile file in definition)
        {
            Write(Path.Combine(folder, file.Path), file.Text);
        }

        foreach (GeneratedFile file in code)
        {
            Write(Path.Combine(codeFolder, file.HintName), file.Text);
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
