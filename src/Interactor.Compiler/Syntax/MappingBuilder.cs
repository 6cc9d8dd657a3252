using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Gathers the entries of a mapping; the first of two equal keys stays.</summary>
internal sealed class MappingBuilder(SyntaxReport report)
{
    // Up to here comparing is faster than hashing.
    private const int Few = 8;

    // A larger table is not worth emptying for the next mapping.
    private const int Many = 256;

    private readonly List<MappingEntry> _entries = [];
    private readonly List<(string Text, int Start)> _keys = [];
    private Dictionary<string, int>? _table;

    /// <summary>False, and reported, when the mapping has the key already.</summary>
    /// <param name="at">Where the key is written; differs from its own place when it is an alias.</param>
    public bool TryAddKey(ScalarNode key, TextRange at)
    {
        if (FirstStart(key.Text) is { } first)
        {
            report.Add(SyntaxDiagnostics.DuplicateKey, at, key.Text, report.LineOf(first));
            return false;
        }

        _keys.Add((key.Text, at.Start));
        if (_keys.Count > Few + 1)
        {
            _table!.Add(key.Text, at.Start);
        }

        return true;
    }

    public void Add(ScalarNode key, SyntaxNode value) => _entries.Add(new MappingEntry(key, value));

    /// <summary>The mapping; the builder is then ready for another one.</summary>
    public MappingNode ToNode(TextRange range)
    {
        MappingNode node = new(report.File, range, _entries.ToArray());
        if (_keys.Count > Many)
        {
            _table = null;
        }
        else if (_keys.Count > Few)
        {
            _table?.Clear();
        }

        _entries.Clear();
        _keys.Clear();
        return node;
    }

    private int? FirstStart(string key)
    {
        if (_keys.Count > Few)
        {
            return Table().TryGetValue(key, out int start) ? start : null;
        }

        foreach ((string text, int start) in _keys)
        {
            if (text == key)
            {
                return start;
            }
        }

        return null;
    }

    private Dictionary<string, int> Table()
    {
        _table ??= new Dictionary<string, int>(StringComparer.Ordinal);
        if (_table.Count == 0)
        {
            foreach ((string text, int start) in _keys)
            {
                _table.Add(text, start);
            }
        }

        return _table;
    }
}
