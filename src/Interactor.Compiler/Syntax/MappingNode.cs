using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Entries in the order of the file; no two keys have the same text.</summary>
public sealed class MappingNode : SyntaxNode
{
    // Up to here comparing is faster than hashing, and a table for each small mapping would weigh more than the mapping.
    private const int Few = 8;

    private readonly MappingEntry[] _entries;
    private Dictionary<string, MappingEntry>? _byKey;

    internal MappingNode(SourceFile file, TextRange range, MappingEntry[] entries)
        : base(file, range) => _entries = entries;

    public SyntaxList<MappingEntry> Entries => new(_entries);

    public SyntaxNode? Find(string key) => FindEntry(key)?.Value;

    /// <summary>One of the keys is there.</summary>
    internal bool HasAny(string[] keys)
    {
        foreach (string key in keys)
        {
            if (FindEntry(key) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public MappingEntry? FindEntry(string key)
    {
        if (_entries.Length > Few)
        {
            return (_byKey ??= Table()).TryGetValue(key, out MappingEntry? found) ? found : null;
        }

        foreach (MappingEntry entry in _entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    private Dictionary<string, MappingEntry> Table()
    {
        Dictionary<string, MappingEntry> table = new(_entries.Length, StringComparer.Ordinal);
        foreach (MappingEntry entry in _entries)
        {
            table.Add(entry.Key.Text, entry);
        }

        return table;
    }
}
