using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>A schema of the normal form while its keywords are gathered.</summary>
/// <param name="like">The schema that it comes from.</param>
internal sealed class NormalSchema(SyntaxNode like)
{
    private readonly List<MappingEntry> _entries = [];
    private readonly List<SyntaxNode> _more = [];

    public bool IsEmpty => _entries.Count == 0 && _more.Count == 0;

    /// <summary>Adds a keyword. A second one of the same name is a part of <c>allOf</c>: both apply.</summary>
    public void Add(ScalarNode key, string keyword, SyntaxNode value)
    {
        if (_entries.Any(e => e.Key.Text == keyword))
        {
            _more.Add(NormalNodes.Mapping(key, keyword, value));
        }
        else
        {
            _entries.Add(new MappingEntry(key.Text == keyword ? key : NormalNodes.Word(key, keyword), value));
        }
    }

    public void Add(MappingEntry entry, SyntaxNode value) => Add(entry.Key, entry.Key.Text, value);

    public MappingNode ToNode()
    {
        if (_more.Count > 0)
        {
            int index = _entries.FindIndex(e => e.Key.Text == "allOf");
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

            _more.Clear();
        }

        return NormalNodes.Mapping(like, _entries);
    }
}
