using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Gathers the entries of a mapping; the first of two equal keys stays.</summary>
internal sealed class MappingBuilder(SyntaxReport report)
{
    private readonly List<MappingEntry> _entries = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    /// <summary>False, and reported, when the mapping has the key already.</summary>
    /// <param name="at">Where the key is written; differs from its own place when it is an alias.</param>
    public bool TryAddKey(ScalarNode key, TextRange at)
    {
        if (_keys.TryGetValue(key.Text, out int first))
        {
            report.Add(SyntaxDiagnostics.DuplicateKey, at, key.Text, report.LineOf(first));
            return false;
        }

        _keys.Add(key.Text, at.Start);
        return true;
    }

    public void Add(ScalarNode key, SyntaxNode value) => _entries.Add(new MappingEntry(key, value));

    public MappingNode ToNode(TextRange range) => new(report.File, range, _entries);
}
