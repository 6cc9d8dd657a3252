using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax.Decoding;
using YamlDotNet.Core;

namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>Turns an exception of YamlDotNet into one finding at the place to correct.</summary>
internal sealed class YamlFailure(SyntaxReport report, YamlTokens tokens, Stack<YamlFrame> frames)
{
    // The longest pair of escapes, \UXXXXXXXX\UXXXXXXXX.
    private const int EscapeReach = 20;

    private readonly string _source = report.File.Text;

    public void Report(Exception exception)
    {
        int position = Clamp(tokens.OffsetOf(tokens.CurrentPosition));
        switch (exception)
        {
            case YamlException yaml:
                ReportYaml(yaml, position);
                break;
            case ArgumentException when EscapeBefore(position) is int escape:
                ReportEscape(escape);
                break;
            case InvalidOperationException when OpenFlow() is { } flow:
                ReportUnclosed(flow, position);
                break;
            default:
                ReportRule(YamlFailureRule.Of(""), position, exception.Message);
                break;
        }
    }

    private void ReportYaml(YamlException exception, int position)
    {
        YamlFailureRule rule = YamlFailureRule.Of(exception.Message);
        int offset = rule.Place switch
        {
            YamlFailurePlace.Start => Clamp(tokens.OffsetOf(exception.Start)),
            YamlFailurePlace.End => Clamp(tokens.OffsetOf(exception.End)),
            _ => position,
        };
        if (rule.Descriptor == SyntaxDiagnostics.UnterminatedQuote)
        {
            bool isSingle = offset < _source.Length && _source[offset] == '\'';
            report.Add(rule.Descriptor, offset, 1, isSingle ? "'" : "\"", isSingle ? "''" : "\\\"");
        }
        else if (rule.Descriptor == SyntaxDiagnostics.InvalidEscape)
        {
            ReportEscape(EscapeBefore(offset) ?? offset);
        }
        else if (TabBefore(offset) is int tab)
        {
            report.Add(SyntaxDiagnostics.TabIndentation, tab, 1);
        }
        else if (OpenFlow() is { } flow && offset >= EndOfContent())
        {
            ReportUnclosed(flow, offset);
        }
        else
        {
            ReportRule(rule, offset, exception.Message);
        }
    }

    private void ReportRule(YamlFailureRule rule, int offset, string message)
    {
        YamlFrame? flow = OpenFlow();
        if (rule.Descriptor == SyntaxDiagnostics.MissingComma && flow is not null)
        {
            report.Add(rule.Descriptor, offset, 1, flow.IsMapping ? "}" : "]", flow.IsMapping ? "{" : "[", report.LineOf(flow.Start));
            return;
        }

        DiagnosticDescriptor descriptor = rule.Descriptor == SyntaxDiagnostics.Indentation ? IndentationAt(offset) : rule.Descriptor;
        string found = descriptor == SyntaxDiagnostics.InvalidYaml ? message : WordAt(offset);
        bool isOneCharacter = descriptor == SyntaxDiagnostics.ReservedCharacter && found.Length > 0;
        report.Add(descriptor, offset, 1, isOneCharacter ? found.Substring(0, 1) : found);
    }

    // The parser says "expected key" for whatever it meets where the next entry should start.
    private DiagnosticDescriptor IndentationAt(int offset)
    {
        if (_source.Substring(LineStart(offset), offset - LineStart(offset)).Trim().Length > 0)
        {
            return SyntaxDiagnostics.TextAfterValue;
        }

        int end = _source.IndexOfAny(['\n', '\r', ':'], offset);
        bool hasColon = end >= 0 && _source[end] == ':';
        if (!hasColon && frames.Count == 0)
        {
            return SyntaxDiagnostics.ContentAfterEnd;
        }

        return hasColon || WordAt(offset) is "-" or "?" ? SyntaxDiagnostics.Indentation : SyntaxDiagnostics.MissingColon;
    }

    private void ReportUnclosed(YamlFrame flow, int position) =>
        report.Add(
            SyntaxDiagnostics.UnclosedBracket,
            flow.Start,
            1,
            flow.IsMapping ? "{" : "[",
            flow.IsMapping ? "}" : "]",
            report.LineOf(position));

    public void ReportEscape(int offset)
    {
        Escape escape = Escape.At(_source, offset, _source.Length);
        string text = _source.Substring(offset, Math.Min(escape.Width, _source.Length - offset));
        report.Add(escape.IsSurrogate ? SyntaxDiagnostics.LoneSurrogate : SyntaxDiagnostics.InvalidEscape, offset, escape.Width, text);
    }

    private YamlFrame? OpenFlow() => frames.Count > 0 && frames.Peek().IsFlow ? frames.Peek() : null;

    /// <summary>The first escape near the failure that is not a character by itself.</summary>
    private int? EscapeBefore(int position)
    {
        int? found = null;
        for (int i = Math.Min(position, _source.Length - 1); i >= 0 && i >= position - EscapeReach; i--)
        {
            if (_source[i] != '\\')
            {
                continue;
            }

            Escape escape = Escape.At(_source, i, _source.Length);
            if (!escape.IsValid || escape.IsSurrogate)
            {
                found = i;
            }
        }

        return found;
    }

    private int? TabBefore(int offset)
    {
        for (int i = LineStart(offset); i < _source.Length && _source[i] is (' ' or '\t'); i++)
        {
            if (_source[i] == '\t')
            {
                return i;
            }
        }

        return null;
    }

    private int LineStart(int offset) => offset - report.File.Lines.PositionOf(offset).Column;

    private int EndOfContent()
    {
        int end = _source.Length;
        while (end > 0 && FlowLines.IsBlankAt(_source, end - 1))
        {
            end--;
        }

        return end;
    }

    private string WordAt(int offset)
    {
        int end = offset;
        while (end < _source.Length && !FlowLines.IsBlankAt(_source, end))
        {
            end++;
        }

        return _source.Substring(offset, end - offset);
    }

    private int Clamp(int offset) => Math.Min(Math.Max(offset, 0), _source.Length);
}
