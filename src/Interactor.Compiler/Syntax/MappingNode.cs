using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Entries in the order of the file; no two keys have the same text.</summary>
public sealed class MappingNode : SyntaxNode
{
    // Up to here comparing is faster than hashing, and a table for each small mapping would weigh more than the mapping.
    private const int Few = 8;

    private Dictionary<string, MappingEntry>? _byKey;

    internal MappingNode(SourceFile file, TextRange range, IReadOnlyList<MappingEntry> entries)
        : base(file, range) => Entries = entries;

    public IReadOnlyList<MappingEntry> Entries { get; }

    public SyntaxNode? Find(string key) => FindEntry(key)?.Value;

    public MappingEntry? FindEntry(string key)
    {
        if (Entries.Count <= Few)
        {
            for (int i = 0; i < Entries.Count; i++)
            {
                if (Entries[i].Key.Text == key)
                {
                    return Entries[i];
                }
            }

            return null;
        }

        _byKey ??= Entries.ToDictionary(e => e.Key.Text, StringComparer.Ordinal);
        return _byKey.TryGetValue(key, out MappingEntry? entry) ? entry : null;
    }
}
