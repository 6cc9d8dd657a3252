using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Makes one enum of a union whose branches are sets of known values, or known values and any text.</summary>
internal sealed class EnumMerger(BindingContext context, SchemaBinder schemas, DatatypeBinder datatypes)
{
    private const int MaximumDepth = 16;

    /// <returns>Null when the union is something else.</returns>
    public TypeModel? Bind(UnionPart union, IReadOnlyList<UnionBranch> branches, SchemaPlace place)
    {
        if (branches.All(b => IntegersOf(b) is not null))
        {
            return new EnumBinder(context, schemas).BindIntegers([.. Distinct(branches.SelectMany(b => IntegersOf(b)!))], union.Schema, place);
        }

        UnionBranch[] closed = [.. branches.Where(b => TextsOf(b) is not null)];
        if (closed.Length == 0 || !branches.All(b => closed.Contains(b) || IsAnyText(b.Parts, depth: 0)))
        {
            return null;
        }

        return closed.Length == 1
            ? schemas.BindParts(closed[0].Parts, closed[0].Site.Node, place with { Pointer = closed[0].Site.Place.Pointer }, announce: null).AsNonNull()
            : new EnumBinder(context, schemas).BindTexts([.. Distinct(closed.SelectMany(b => TextsOf(b)!))], [union.Schema], place);
    }

    private static IEnumerable<KnownValue> Distinct(IEnumerable<KnownValue> values) => values.GroupBy(v => v.Value, StringComparer.Ordinal).Select(g => g.First());

    private IEnumerable<KnownValue>? TextsOf(UnionBranch branch)
    {
        if (schemas.Facts.TextsOf(branch.Site.Node) is not { } texts)
        {
            return null;
        }

        return branch.Site.Node is MappingNode schema && SchemaTypes.Values(schema) is { } values
            ? Described(KnownValue.OfTexts(values, schema), schema)
            : texts.Select(t => new KnownValue(t, null, null));
    }

    private static IEnumerable<KnownValue>? IntegersOf(UnionBranch branch) =>
        branch.Parts is [OwnPart { Schema: var schema }] && SchemaTypes.Values(schema) is { } values && KnownValue.OfIntegers(values, schema) is { Count: > 0 } integers
            ? Described(integers, schema)
            : null;

    // A branch of one value is the way to describe the values of an enum one by one.
    private static IEnumerable<KnownValue> Described(IReadOnlyList<KnownValue> values, MappingNode schema) =>
        values is [var only] ? [only with { Name = only.Name ?? Titles.Of(schema), Summary = only.Summary ?? SchemaBinder.Summary(schema) }] : values;

    private bool IsAnyText(IReadOnlyList<ShapePart> parts, int depth) => parts switch
    {
        [OwnPart { Schema: var schema }] => SchemaTypes.Of(schema) == JsonType.String && ScalarTypes.Of(JsonType.String, schema) is StringTypeModel,
        [ReferencePart { Reference.Text: var reference }] => depth < MaximumDepth && datatypes.SiteOf(reference) is { } site && IsAnyText(ShapeReader.Read(site), depth + 1),
        _ => false,
    };
}
