using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Entries in the order of the file; no two keys have the same text.</summary>
public sealed class MappingNode : SyntaxNode
{
    // Up to here comparing is faster than hashing, and a table for each small mapping would weigh more than the mapping.
    private const int Few = 8;

    private readonly MappingEntry[] _entries;
    private Dictionary<string, int>? _byKey;

    internal MappingNode(SourceFile file, TextRange range, MappingEntry[] entries)
        : base(file, range) => _entries = entries;

    public SyntaxList<MappingEntry> Entries => new(_entries);

    public SyntaxNode? Find(string key) => IndexOf(key) is >= 0 and int index ? _entries[index].Value : null;

    /// <summary>The key as it is written, for messages.</summary>
    internal ScalarNode? FindKey(string key) => FindEntry(key)?.Key;

    public MappingEntry? FindEntry(string key) => IndexOf(key) is >= 0 and int index ? _entries[index] : null;

    /// <summary>One of the keys is there.</summary>
    internal bool HasAny(string[] keys)
    {
        foreach (string key in keys)
        {
            if (IndexOf(key) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private int IndexOf(string key)
    {
        if (_entries.Length > Few)
        {
            return (_byKey ??= Table()).TryGetValue(key, out int found) ? found : -1;
        }

        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key.Text == key)
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Table()
    {
        Dictionary<string, int> table = new(_entries.Length, StringComparer.Ordinal);
        for (int i = 0; i < _entries.Length; i++)
        {
            table.Add(_entries[i].Key.Text, i);
        }

        return table;
    }
}
