using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>Where a document keeps its schemas.</summary>
internal sealed class DatatypeHome
{
    private readonly Dictionary<SyntaxNode, DocumentPlace> _byNode = [];
    private readonly Dictionary<string, DocumentPlace> _byName = new(StringComparer.Ordinal);
    private readonly DocumentPlace? _section;

    private DatatypeHome(DocumentPlace? section)
    {
        _section = section;
        foreach (DocumentPlace member in section?.Members ?? [])
        {
            // An alias of YAML stands under two names: the first one is its own.
            _byName.Add(member.Token, member);
            _byNode.TryAdd(member.Node, member);
        }
    }

    public IEnumerable<DocumentPlace> All => _byName.Values;

    public static DatatypeHome Of(ImportContext context) =>
        new(context.IsSwagger ? context.Top.Find("definitions") : context.Top.Find("components")?.Find("schemas"));

    public DocumentPlace? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The place is one of these schemas.</summary>
    public bool Holds(DocumentPlace place) => _byNode.ContainsKey(place.Node);

    /// <summary>The schema that a place is a part of, and the way from there; null for a place elsewhere.</summary>
    public (DocumentPlace Schema, IReadOnlyList<string> Below)? Around(DocumentPlace place)
    {
        List<string> below = [];
        for (DocumentPlace? at = place; at is not null; at = at.Parent)
        {
            if (at.Parent is { } parent && _section is not null && parent.Node == _section.Node)
            {
                below.Reverse();
                return (_byName[at.Token], below);
            }

            below.Add(at.Token);
        }

        return null;
    }
}
