using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Diagnostics;

/// <summary>Collects findings while a stage carries on.</summary>
public sealed class DiagnosticBag
{
    private const int ArgumentLimit = 200;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, DiagnosticDescriptor> _notes = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    public int Count => _diagnostics.Count;

    /// <summary>From now on findings of these kinds are notes.</summary>
    public void TakeAsNotes(IEnumerable<DiagnosticDescriptor> descriptors)
    {
        foreach (DiagnosticDescriptor descriptor in descriptors)
        {
            _notes[descriptor.Id] = descriptor.AsNote;
        }
    }

    public void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
    {
        descriptor = _notes.TryGetValue(descriptor.Id, out DiagnosticDescriptor? note) ? note : descriptor;
        HasErrors |= descriptor.Severity == DiagnosticSeverity.Error;
        _diagnostics.Add(new Diagnostic(descriptor, location, arguments.Select(Printable).ToEquatableArray()));
    }

    /// <summary>Everything reported so far, in the order of files and places, each finding once.</summary>
    public EquatableArray<Diagnostic> ToSorted() =>
        _diagnostics
            .Distinct()
            .OrderBy(d => d.Location.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Range.Start)
            .ThenBy(d => d.Descriptor.Id, StringComparer.Ordinal)
            .ToEquatableArray();

    // A message is one line in a terminal and in a build log, whatever the definition holds.
    private static string Printable(string argument)
    {
        string text = argument.Length <= ArgumentLimit ? argument : argument.Substring(0, ArgumentLimit) + "…";
        return new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c) ? '\uFFFD' : c)]);
    }
}
