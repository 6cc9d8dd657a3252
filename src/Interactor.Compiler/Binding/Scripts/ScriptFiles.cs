using System.Globalization;
using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Binding.Scripts;

/// <summary>The files of scripts, and which of them are used. The folder beside <c>connector.yaml</c> is the only one that a script can be from.</summary>
internal sealed class ScriptFiles(BindingContext context, IEnumerable<(string Path, SourceFile File)> files)
{
    private const int MaximumLength = 1024 * 1024;

    // U+FFFD stands for bytes that were no UTF-8.
    private const char Undecoded = '\uFFFD';

    private static readonly Regex Form = new(@"^scripts/[A-Za-z0-9_][A-Za-z0-9._-]*\.(js|cs)\z", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, SourceFile> _files = files.ToDictionary(f => f.Path, f => f.File, StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The file that a script names; null after a report.</summary>
    public ScriptFile? Find(ScalarNode place)
    {
        string path = place.Text;
        if (!Form.IsMatch(path))
        {
            context.Report(ScriptDiagnostics.InvalidFile, place, path);
            return null;
        }

        if (!_files.TryGetValue(path, out SourceFile? file))
        {
            context.Report(ScriptDiagnostics.MissingFile, place, path, Nearest.Hint(path, _files.Keys));
            return null;
        }

        if (_used.Add(path))
        {
            Check(file);
        }

        return new ScriptFile(path, file);
    }

    /// <summary>Warns of scripts that nothing names. Other files may lie beside them.</summary>
    public void ReportUnused()
    {
        foreach (KeyValuePair<string, SourceFile> file in _files.Where(f => Form.IsMatch(f.Key) && !_used.Contains(f.Key)))
        {
            context.Diagnostics.Report(ScriptDiagnostics.UnusedFile, file.Value.Locate(default), file.Key);
        }
    }

    private void Check(SourceFile file)
    {
        int undecoded = file.Text.IndexOf(Undecoded);
        if (file.Text.Length > MaximumLength)
        {
            string length = file.Text.Length.ToString(CultureInfo.InvariantCulture);
            context.Diagnostics.Report(ScriptDiagnostics.TooLarge, file.Locate(default), length, MaximumLength.ToString(CultureInfo.InvariantCulture));
        }
        else if (undecoded >= 0)
        {
            context.Diagnostics.Report(SyntaxDiagnostics.InvalidUtf8, file.Locate(new TextRange(undecoded, 1)));
        }
    }
}
