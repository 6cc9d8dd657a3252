using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// Schemas without a name whose types are being bound. A property may extend the object that it is a property of
/// (<c>parent: { allOf: [{ $ref: Node }], required: [id] }</c>): the way down leads through it again, and ends there.
/// </summary>
internal sealed class OpenTypes
{
    /// <summary>How many schemas may be open at once: fewer than a thread's stack holds, more than definitions need.</summary>
    public const int MaximumDepth = 150;

    private readonly List<OpenType> _open = [];

    public bool IsFull => _open.Count >= MaximumDepth;

    /// <summary>What is known of the type of schemas that are being bound together: any value until more is known; null where they are not open.</summary>
    /// <param name="sites">The schemas.</param>
    /// <param name="unions">How many unions are open: inside one more, the same schemas may have fewer alternatives.</param>
    public TypeModel? Find(IReadOnlyList<SchemaSite> sites, int unions)
    {
        foreach (OpenType open in _open)
        {
            if (open.Unions == unions && AreSame(open.Sites, sites))
            {
                return open.Type;
            }
        }

        return null;
    }

    /// <summary>Binds schemas, which are open meanwhile.</summary>
    /// <param name="bind">Takes what is to be called as soon as the type is known.</param>
    public TypeModel Bind(IReadOnlyList<SchemaSite> sites, int unions, Func<Action<TypeModel>, TypeModel> bind)
    {
        OpenType open = new(sites, unions);
        _open.Add(open);
        TypeModel type = bind(known => open.Type = known);
        _open.RemoveAt(_open.Count - 1);
        return type;
    }

    private static bool AreSame(IReadOnlyList<SchemaSite> left, IReadOnlyList<SchemaSite> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!ReferenceEquals(left[i].Node, right[i].Node))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class OpenType(IReadOnlyList<SchemaSite> sites, int unions)
    {
        public IReadOnlyList<SchemaSite> Sites { get; } = sites;

        public int Unions { get; } = unions;

        public TypeModel Type { get; set; } = new AnyTypeModel();
    }
}
