using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>The findings of one file, up to <see cref="ReadLimits.Findings"/>.</summary>
internal sealed class SyntaxReport(SourceFile file, DiagnosticBag diagnostics, bool isLenient = false)
{
    private int _count;
    private int _tolerated;

    /// <summary>Mistakes that leave no doubt about what was meant are warnings.</summary>
    public bool IsLenient => isLenient;

    public SourceFile File => file;

    public bool IsEmpty => _count == 0;

    /// <summary>The limit is reached: the reader stops.</summary>
    public bool IsFull => _count >= ReadLimits.Findings;

    public void Add(DiagnosticDescriptor descriptor, int start, int length, params string[] arguments)
    {
        DiagnosticDescriptor? tolerated = isLenient ? ToleratedMistakes.Find(descriptor) : null;
        if (tolerated is null ? IsFull : _tolerated >= ReadLimits.Findings)
        {
            return;
        }

        // Warnings have a limit of their own, because they do not stop the reader.
        _ = tolerated is null ? _count++ : _tolerated++;
        int from = Math.Min(Math.Max(start, 0), file.Text.Length);
        int to = Math.Min(from + Math.Max(length, 0), file.Text.Length);
        diagnostics.Report(tolerated ?? descriptor, file.Locate(TextRange.Between(from, to)), arguments);
    }

    public void Add(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments) =>
        Add(descriptor, range.Start, range.Length, arguments);

    /// <summary>The number of the line that holds an offset, counted from 1, for messages.</summary>
    public string LineOf(int offset) =>
        (file.Lines.PositionOf(Math.Min(offset, file.Text.Length)).Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
