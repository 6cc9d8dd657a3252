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

        Directory.CreateDirectory(codeFolder);
        foreach (SourceFile file in definition)
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        foreach (GeneratedFile file in code)
        {
            File.WriteAllText(Path.Combine(codeFolder, file.HintName), file.Text);
        }
    }
}
