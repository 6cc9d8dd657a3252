using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax.Json;
using Interactor.Compiler.Syntax.Yaml;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Reads a definition file into a tree. YAML 1.2 and JSON give the same tree for the same content.</summary>
public static class DefinitionReader
{
    /// <summary>
    /// The root, or null when the file has no usable structure; whatever is wrong is reported. A file named <c>.json</c>
    /// is JSON, any other YAML.
    /// </summary>
    public static SyntaxNode? Read(SourceFile file, DiagnosticBag diagnostics)
    {
        SyntaxReport report = new(file, diagnostics);
        bool isJson = file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        int limit = isJson ? ReadLimits.JsonCharacters : ReadLimits.YamlCharacters;
        if (file.Text.Length > limit)
        {
            report.Add(SyntaxDiagnostics.FileTooLarge, 0, 0, limit.ToString("N0", CultureInfo.InvariantCulture));
            return null;
        }

        if (ForbiddenCharacters.Report(report, isJson))
        {
            return null;
        }

        return isJson ? new JsonReader(report).Read() : new YamlReader(report).Read();
    }
}
