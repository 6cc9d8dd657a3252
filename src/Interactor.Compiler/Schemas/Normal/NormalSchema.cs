using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>A schema of the normal form while its keywords are gathered.</summary>
/// <param name="like">The schema that it comes from.</param>
internal sealed class NormalSchema(SyntaxNode like)
{
    private readonly List<MappingEntry> _entries = [];
    private List<SyntaxNode>? _more;

    public bool IsEmpty => _entries.Count == 0 && _more is null;

    /// <summary>Adds a keyword. A second one of the same name is a part of <c>allOf</c>: both apply.</summary>
    public void Add(ScalarNode key, string keyword, SyntaxNode value)
    {
        if (IndexOf(keyword) >= 0)
        {
            (_more ??= []).Add(NormalNodes.Mapping(key, keyword, value));
        }
        else
        {
            _entries.Add(new MappingEntry(key.Text == keyword ? key : NormalNodes.Word(key, keyword), value));
        }
    }

    public void Add(MappingEntry entry, SyntaxNode value) => Add(entry.Key, entry.Key.Text, value);

    public MappingNode ToNode()
    {
        if (_more is not null)
        {
            int index = IndexOf("allOf");
            IEnumerable<SyntaxNode> parts = index < 0 ? _more : ((SequenceNode)_entries[index].Value).Items.Concat(_more);
            MappingEntry entry = new(NormalNodes.Word(like, "allOf"), NormalNodes.Sequence(like, [.. parts]));
            if (index < 0)
            {
                _entries.Add(entry);
            }
            else
            {
                _entries[index] = entry;
            }

            _more = null;
        }

        return NormalNodes.Mapping(like, [.. _entries]);
    }

    private int IndexOf(string keyword)
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Key.Text == keyword)
            {
                return i;
            }
        }

        return -1;
    }
}
