using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;
using Interactor.Import.Documents;

namespace Interactor.Import.Findings;

/// <summary>Collects findings while the importer carries on.</summary>
public sealed class FindingLog
{
    private const int ArgumentLimit = 200;

    private readonly HashSet<ImportFinding> _findings = [];

    public bool HasErrors { get; private set; }

    public int Count => _findings.Count;

    public void Add(ImportRule rule, DocumentPlace place, params string[] arguments)
    {
        Add(rule, place.Location, place.Pointer, arguments);
    }

    /// <summary>The same for a part of a place that nobody walked to.</summary>
    public void Add(ImportRule rule, Location location, string pointer, params string[] arguments)
    {
        HasErrors |= rule.Kind == FindingKind.Error;
        string message = arguments.Length == 0
            ? rule.Message
            : string.Format(CultureInfo.InvariantCulture, rule.Message, [.. arguments.Select(Printable)]);
        _findings.Add(new ImportFinding(rule.Kind, rule.Slug, message, location, pointer));
    }

    /// <summary>A finding of the compiler, or of its reader of JSON and YAML.</summary>
    /// <param name="remark">What its message does not say.</param>
    public void Add(Diagnostic diagnostic, string pointer = "", string remark = "")
    {
        bool isError = diagnostic.Descriptor.Severity == DiagnosticSeverity.Error;
        HasErrors |= isError;
        _findings.Add(new ImportFinding(
            isError ? FindingKind.Error : FindingKind.Approximated, diagnostic.Descriptor.Id, diagnostic.Message + remark, diagnostic.Location, pointer));
    }

    /// <summary>Each finding once, by file, place and rule.</summary>
    public IReadOnlyList<ImportFinding> ToSorted() =>
        [.. _findings
            .OrderBy(f => f.Location.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Location.Range.Start)
            .ThenBy(f => f.Rule, StringComparer.Ordinal)
            .ThenBy(f => f.Pointer, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal)];

    // A message is one line in a terminal, whatever the document holds.
    private static string Printable(string argument)
    {
        string text = argument.Length <= ArgumentLimit ? argument : argument[..ArgumentLimit] + "…";
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                char c = source[i];
                target[i] = char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c) ? '\uFFFD' : c;
            }
        });
    }
}
