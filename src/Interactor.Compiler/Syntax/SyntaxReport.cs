using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>The findings of one file, up to <see cref="ReadLimits.Findings"/>.</summary>
internal sealed class SyntaxReport(SourceFile file, DiagnosticBag diagnostics)
{
    private int _count;

    public SourceFile File => file;

    public bool IsEmpty => _count == 0;

    /// <summary>The limit is reached: the reader stops.</summary>
    public bool IsFull => _count >= ReadLimits.Findings;

    public void Add(DiagnosticDescriptor descriptor, int start, int length, params string[] arguments)
    {
        if (IsFull)
        {
            return;
        }

        _count++;
        int from = Math.Min(Math.Max(start, 0), file.Text.Length);
        int to = Math.Min(from + Math.Max(length, 0), file.Text.Length);
        diagnostics.Report(descriptor, file.Locate(TextRange.Between(from, to)), arguments);
    }

    public void Add(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments) =>
        Add(descriptor, range.Start, range.Length, arguments);

    /// <summary>The number of the line that holds an offset, counted from 1, for messages.</summary>
    public string LineOf(int offset) =>
        (file.Lines.PositionOf(Math.Min(offset, file.Text.Length)).Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
