using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;
using Interactor.Import.Findings;

namespace Interactor.Import.Documents;

/// <summary>Reads the text of a document into a tree. JSON and YAML are told apart by the text, because file names lie.</summary>
internal static class DocumentReader
{
    /// <summary>Null, and reported, when the text cannot be read.</summary>
    public static ImportDocument? Read(string name, SourceFile file, FindingLog log)
    {
        DiagnosticBag diagnostics = new();
        SyntaxNode? root = DefinitionReader.Read(file, diagnostics, IsJson(file), ReadOptions.Document);
        foreach (Diagnostic diagnostic in diagnostics.ToSorted())
        {
            log.Add(diagnostic);
        }

        return root is null || diagnostics.HasErrors ? null : new ImportDocument(name, file, root);
    }

    private static bool IsJson(SourceFile file)
    {
        foreach (char c in file.Text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                return c == '{' && !IsYaml(file.Path);
            }
        }

        return !IsYaml(file.Path);
    }

    // Flow style of YAML looks like JSON at its beginning.
    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
