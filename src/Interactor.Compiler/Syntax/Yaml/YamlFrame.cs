using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>A mapping or sequence that is being read.</summary>
internal sealed class YamlFrame
{
    private readonly SyntaxReport _report;
    private readonly MappingBuilder? _entries;
    private readonly List<SyntaxNode> _items = [];
    private ScalarNode? _key;
    private bool _expectsValue;

    public YamlFrame(SyntaxReport report, bool isMapping, bool isFlow, int start, YamlAnchor? anchor)
    {
        _report = report;
        _entries = isMapping ? new MappingBuilder(report) : null;
        IsFlow = isFlow;
        Start = start;
        Anchor = anchor;
    }

    public bool IsFlow { get; }

    public bool IsMapping => _entries is not null;

    public int Start { get; }

    public YamlAnchor? Anchor { get; }

    public NodeExtent Extent { get; private set; } = new(1, 1);

    /// <param name="at">Where the child is written; for an alias, the alias.</param>
    public void Add(SyntaxNode child, NodeExtent extent, TextRange at)
    {
        Extent = Extent.Plus(extent);
        if (_entries is null)
        {
            _items.Add(child);
        }
        else if (!_expectsValue)
        {
            _key = KeyOf(child, at, _entries);
            _expectsValue = true;
        }
        else
        {
            _expectsValue = false;
            if (_key is not null)
            {
                _entries.Add(_key, child);
            }
        }
    }

    /// <summary>Leaves out the child that comes now, with its key or its value.</summary>
    public void Skip()
    {
        _key = null;
        _expectsValue = IsMapping && !_expectsValue;
    }

    public SyntaxNode ToNode(TextRange range) =>
        _entries is null ? new SequenceNode(_report.File, range, [.. _items]) : _entries.ToNode(range);

    /// <summary>Null, and reported, when the entry is to be left out.</summary>
    private ScalarNode? KeyOf(SyntaxNode child, TextRange at, MappingBuilder entries)
    {
        if (child is not ScalarNode key)
        {
            _report.Add(SyntaxDiagnostics.KeyNotScalar, at);
            return null;
        }

        if (key is { Text: "<<", Style: ScalarStyle.Plain })
        {
            _report.Add(SyntaxDiagnostics.MergeKeyNotSupported, at);
            return null;
        }

        return entries.TryAddKey(key, at) ? key : null;
    }
}
