using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>Stands between scanner and parser, and keeps what the parser's events leave out.</summary>
internal sealed class YamlTokens(IScanner scanner, string source, int origin) : IScanner
{
    private int _flowDepth;

    public Mark CurrentPosition => scanner.CurrentPosition;

    public Token? Current => scanner.Current;

    /// <summary>The last scalar without its anchor and tag.</summary>
    public Scalar? LastScalar { get; private set; }

    public Tag? LastTag { get; private set; }

    /// <summary>The last directive other than <c>%YAML 1.2</c>, or -1.</summary>
    public int LastDirective { get; private set; } = -1;

    /// <summary>The first tab that indents an entry of a block collection, or -1.</summary>
    public int IndentingTab { get; private set; } = -1;

    public bool MoveNext() => scanner.MoveNext() && Keep();

    public bool MoveNextWithoutConsuming() => scanner.MoveNextWithoutConsuming() && Keep();

    public void ConsumeCurrent() => scanner.ConsumeCurrent();

    private bool Keep()
    {
        switch (scanner.Current)
        {
            case Scalar scalar:
                LastScalar = scalar;
                break;
            case Tag tag:
                LastTag = tag;
                break;
            case TagDirective or VersionDirective { Version: not { Major: 1, Minor: 2 } }:
                LastDirective = OffsetOf(scanner.Current.Start);
                break;
            case FlowSequenceStart or FlowMappingStart:
                _flowDepth++;
                break;
            case FlowSequenceEnd or FlowMappingEnd:
                _flowDepth--;
                break;
            case Key or BlockEntry when _flowDepth == 0 && IndentingTab < 0:
                IndentingTab = TabBefore(OffsetOf(scanner.Current.Start));
                break;
        }

        return true;
    }

    public int OffsetOf(Mark mark) => origin + (int)mark.Index;

    // The scanner skips some tabs and counts each as one column, which would place the entry by accident.
    private int TabBefore(int offset)
    {
        int tab = -1;
        for (int i = offset - 1; i >= 0 && source[i] is (' ' or '\t' or '-' or '?' or ':'); i--)
        {
            if (source[i] == '\t')
            {
                tab = i;
            }
        }

        return tab;
    }
}
