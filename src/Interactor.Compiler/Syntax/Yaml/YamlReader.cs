using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax.Decoding;
using Interactor.Compiler.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>Builds the tree from the event parser of YamlDotNet, without recursion.</summary>
internal sealed class YamlReader
{
    private readonly SyntaxReport _report;
    private readonly string _source;
    private readonly YamlTokens _tokens;
    private readonly Parser _parser;
    private readonly Stack<YamlFrame> _frames = new();
    private readonly Dictionary<string, YamlAnchor> _anchors = new(StringComparer.Ordinal);
    private SyntaxNode? _root;
    private int _documents;
    private int _aliasedNodes;
    private int _lastEnd;
    private bool _isBroken;

    public YamlReader(SyntaxReport report)
    {
        _report = report;
        _source = report.File.Text;
        StringReader text = new(_source);
        int origin = 0;
        if (_source.Length > 0 && _source[0] == '\uFEFF')
        {
            text.Read();
            origin = 1;
        }

        _tokens = new YamlTokens(new Scanner(text), _source, origin);
        _parser = new Parser(_tokens);
    }

    public SyntaxNode? Read()
    {
        while (_documents < 2 && !_isBroken && !_report.IsFull && MoveNext())
        {
            Accept(_parser.Current!);
        }

        if (_isBroken || _report.IsFull)
        {
            return null;
        }

        if (_tokens.IndentingTab >= 0)
        {
            _report.Add(SyntaxDiagnostics.TabIndentation, _tokens.IndentingTab, 1);
        }

        if (_tokens.LastDirective >= 0)
        {
            _report.Add(SyntaxDiagnostics.DirectiveNotSupported, _tokens.LastDirective, 1);
        }

        if (_root is not null and not ScalarNode { Style: ScalarStyle.Plain, Range.Length: 0 })
        {
            return _root;
        }

        if (_report.IsEmpty)
        {
            _report.Add(SyntaxDiagnostics.FileEmpty, 0, 0);
        }

        return null;
    }

    // Besides its own exceptions the scanner lets argument and operation exceptions through on some malformed input.
    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            NewFailure().Report(exception);
            _isBroken = true;
            return false;
        }
    }

    private void Accept(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart when ++_documents == 2:
                _report.Add(SyntaxDiagnostics.SeveralDocuments, OffsetOf(parsed.Start), 3);
                break;
            case MappingStart mapping:
                Open(mapping, isMapping: true, mapping.Style == MappingStyle.Flow);
                break;
            case SequenceStart sequence:
                Open(sequence, isMapping: false, sequence.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                Close(parsed);
                break;
            case YamlDotNet.Core.Events.Scalar scalar:
                AddScalar(scalar);
                break;
            case AnchorAlias alias:
                AddAlias(alias);
                break;
        }
    }

    private void Open(NodeEvent node, bool isMapping, bool isFlow)
    {
        ReportTag(node);
        int start = OffsetOf(node.End);
        if (_frames.Count == ReadLimits.Depth)
        {
            Break(SyntaxDiagnostics.NestingTooDeep, new TextRange(start, 1));
            return;
        }

        _frames.Push(new YamlFrame(_report, isMapping, isFlow, start, Declare(node)));
    }

    private void Close(ParsingEvent end)
    {
        YamlFrame frame = _frames.Pop();
        if (frame.IsFlow)
        {
            _lastEnd = OffsetOf(end.Start) + 1;
        }

        TextRange range = TextRange.Between(frame.Start, _lastEnd);
        SyntaxNode node = frame.ToNode(range);
        frame.Anchor?.Complete(node, frame.Extent);
        Add(node, frame.Extent, range);
    }

    private void AddScalar(YamlDotNet.Core.Events.Scalar scalar)
    {
        ReportTag(scalar);
        TextRange range = RangeOf(scalar);
        ScalarStyle style = StyleOf(scalar.Style);
        if (style == ScalarStyle.DoubleQuoted && EscapeCheck.FirstProblem(_source, range) is >= 0 and int escape)
        {
            NewFailure().ReportEscape(escape);
        }

        bool isTagged = !scalar.Tag.IsEmpty;
        ScalarKind kind = style == ScalarStyle.Plain && !isTagged ? CoreSchema.Resolve(scalar.Value) : ScalarKind.String;
        ScalarNode node = new(_report.File, range, scalar.Value, kind, style);
        Declare(scalar)?.Complete(node, NodeExtent.Scalar);
        _lastEnd = Math.Max(_lastEnd, range.End);
        Add(node, NodeExtent.Scalar, range);
    }

    private void AddAlias(AnchorAlias alias)
    {
        TextRange at = TextRange.Between(OffsetOf(alias.Start), OffsetOf(alias.End));
        string name = alias.Value.Value;
        _lastEnd = at.End;
        if (!_anchors.TryGetValue(name, out YamlAnchor? anchor) || anchor.Node is null)
        {
            _report.Add(anchor is null ? SyntaxDiagnostics.UndefinedAlias : SyntaxDiagnostics.AliasCycle, at, name);
            Skip();
            return;
        }

        _aliasedNodes += anchor.Extent.Nodes;
        if (_aliasedNodes > ReadLimits.AliasedNodes)
        {
            Break(SyntaxDiagnostics.AliasExpansion, at);
        }
        else if (_frames.Count + anchor.Extent.Height > ReadLimits.Depth)
        {
            Break(SyntaxDiagnostics.NestingTooDeep, at);
        }
        else
        {
            Add(anchor.Node, anchor.Extent, at);
        }
    }

    private void Add(SyntaxNode node, NodeExtent extent, TextRange at)
    {
        if (_frames.Count == 0)
        {
            _root = node;
        }
        else
        {
            _frames.Peek().Add(node, extent, at);
        }
    }

    private void Skip()
    {
        if (_frames.Count == 0)
        {
            _isBroken = true;
        }
        else
        {
            _frames.Peek().Skip();
        }
    }

    private YamlAnchor? Declare(NodeEvent node) =>
        node.Anchor.IsEmpty ? null : _anchors[node.Anchor.Value] = new YamlAnchor();

    private void ReportTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty && _tokens.LastTag is { } tag)
        {
            int start = OffsetOf(tag.Start);
            int length = OffsetOf(tag.End) - start;
            _report.Add(SyntaxDiagnostics.TagNotSupported, start, length, _source.Substring(start, length));
        }
    }

    /// <summary>The scalar without its anchor and tag, and a block scalar without the line breaks at its end.</summary>
    private TextRange RangeOf(YamlDotNet.Core.Events.Scalar scalar)
    {
        int start = OffsetOf(scalar.Start);
        int end = OffsetOf(scalar.End);
        if (!scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty)
        {
            YamlDotNet.Core.Tokens.Scalar? token = _tokens.LastScalar;
            start = token is not null && token.End.Index == scalar.End.Index && token.Value == scalar.Value ? OffsetOf(token.Start) : end;
        }

        while (scalar.Style is YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded
            && end > start + 1
            && FlowLines.IsBlankAt(_source, end - 1))
        {
            end--;
        }

        return TextRange.Between(start, end);
    }

    private static ScalarStyle StyleOf(YamlDotNet.Core.ScalarStyle style) => style switch
    {
        YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
        YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
        YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
        YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
        _ => ScalarStyle.Plain,
    };

    private YamlFailure NewFailure() => new(_report, _tokens, _frames);

    private int OffsetOf(Mark mark) => Math.Min(_tokens.OffsetOf(mark), _source.Length);

    private void Break(DiagnosticDescriptor descriptor, TextRange at)
    {
        _report.Add(descriptor, at);
        _isBroken = true;
    }
}
