using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds parts that apply together and are no object's properties: the narrowest type of them wins.</summary>
internal sealed class MixedBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>Binds the parts.</summary>
    /// <param name="root">The schema that they are the parts of; null where several schemas describe one value.</param>
    public TypeModel Bind(IReadOnlyList<ShapePart> parts, SyntaxNode? root, SchemaPlace place, Action<TypeModel>? announce)
    {
        if (parts.Count(p => TextsOf(p) is not null) > 1 && (schemas.Facts.KindsOf(parts) & ~JsonType.Null) == JsonType.String)
        {
            return BindTexts(parts, root, place);
        }

        TypeModel? type = null;
        foreach (ShapePart part in parts)
        {
            bool isLast = ReferenceEquals(part, parts[parts.Count - 1]);
            TypeModel own = schemas.BindParts([part], part.Schema, isLast ? place : place with { IsClaimed = false }, isLast ? announce : null);
            type = type is null ? own : TypeIntersection.Of(type, own);
            if (type is null)
            {
                return Contradiction(parts, root, part, place);
            }
        }

        return type ?? new AnyTypeModel();
    }

    // Enums that apply together leave the values that all of them have.
    private TypeModel BindTexts(IReadOnlyList<ShapePart> parts, SyntaxNode? root, SchemaPlace place)
    {
        ShapePart[] enums = [.. parts.Where(p => TextsOf(p) is not null)];
        IReadOnlyCollection<string> common = enums.Select(p => TextsOf(p)!).Aggregate((left, right) => [.. left.Intersect(right, StringComparer.Ordinal)]);
        if (common.Count == 0)
        {
            return Contradiction(parts, root, enums[enums.Length - 1], place);
        }

        TypeModel type = enums.FirstOrDefault(p => p is ReferencePart && TextsOf(p)!.Count == common.Count) is { } same
            ? schemas.BindParts([same], same.Schema, place, announce: null)
            : new EnumBinder(context, schemas).BindTexts([.. common.Select(text => new KnownValue(text, null, null))], parts.Select(p => p.Schema), place);
        return schemas.IsNullable(parts) ? type.AsNullable() : type.AsNonNull();
    }

    private IReadOnlyCollection<string>? TextsOf(ShapePart part) => part is UnionPart ? null : schemas.Facts.TextsOf(part.Schema);

    // Parts of one schema without a JSON type in common are told before types are made.
    private AnyTypeModel Contradiction(IReadOnlyList<ShapePart> parts, SyntaxNode? root, ShapePart part, SchemaPlace place)
    {
        if (root is null || schemas.Facts.KindsOf(parts) != JsonType.None)
        {
            context.Report(DatatypeDiagnostics.IncompatibleParts, part.Schema, place.Label ?? place.Path);
        }

        return new AnyTypeModel();
    }
}
