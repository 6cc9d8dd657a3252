using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Scopes;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Units;

/// <summary>A schema that has a name in the normal form: a start, or what a reference leads to in one dynamic scope.</summary>
internal sealed class SchemaUnit(SchemaLocation location, DynamicScope scope)
{
    private Dictionary<(SchemaLocation From, string Keyword), SchemaUnit> _targets = [];
    private SchemaUnit? _withoutUnion;
    private readonly HashSet<(SchemaLocation From, string? Keyword)> _cuts = [];

    /// <summary>The keywords of unions, which <see cref="WithoutUnion"/> leaves out.</summary>
    public static IReadOnlyList<string> UnionKeywords { get; } = ["oneOf", "anyOf", "discriminator"];

    public SchemaLocation Location { get; } = location;

    public DynamicScope Scope { get; } = scope;

    /// <summary>The name; other units refer to this one by it.</summary>
    public string Key { get; set; } = "";

    /// <summary>Asked for by the host, and not only by a reference.</summary>
    public bool IsStart { get; set; }

    /// <summary>The schema in normal form.</summary>
    public SyntaxNode? Node { get; set; }

    /// <summary>The units that this one refers to.</summary>
    public IEnumerable<SchemaUnit> Targets => _targets.Values.Distinct();

    /// <summary>Some unit refers to this one.</summary>
    public bool IsReferredTo { get; private set; }

    public void SetTarget(SchemaLocation from, string keyword, SchemaUnit target)
    {
        _targets[(from, keyword)] = target;
        target.IsReferredTo = true;
    }

    /// <summary>What a reference of this unit leads to; null where it is broken, or would lead back here without end.</summary>
    public SchemaUnit? TargetOf(SchemaLocation from, string keyword) =>
        !_cuts.Contains((from, keyword)) && _targets.TryGetValue((from, keyword), out SchemaUnit? target) ? target : null;

    /// <summary>The schema's own <c>oneOf</c> and <c>anyOf</c> are left out.</summary>
    public bool IsWithoutUnion { get; private init; }

    /// <summary>The same schema without its own <c>oneOf</c> and <c>anyOf</c>: a unit beside this one, always the same.</summary>
    public SchemaUnit WithoutUnion() => _withoutUnion ??= new SchemaUnit(Location, Scope) { IsWithoutUnion = true, _targets = _targets };

    /// <summary>Takes a reference out.</summary>
    public void Cut(SchemaLocation from, string? keyword) => _cuts.Add((from, keyword));

    /// <summary>A schema inside this unit that is a unit of its own is left out, because it would lead back here without end.</summary>
    public bool IsCut(SchemaLocation inner) => _cuts.Contains((inner, null));
}
