using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Whether a value written in the definition is of a type.</summary>
internal static class Literals
{
    public static bool Fits(SyntaxNode node, TypeModel wanted) => node switch
    {
        ScalarNode { Kind: ScalarKind.Null } => wanted.IsNullable,
        ScalarNode { Kind: ScalarKind.Boolean } => wanted is BooleanTypeModel or NamedTypeModel { Kind: NamedTypeKind.Union },
        ScalarNode { Kind: ScalarKind.Integer } => wanted is IntegerTypeModel or NumberTypeModel or NamedTypeModel { Kind: NamedTypeKind.Union },
        ScalarNode { Kind: ScalarKind.Float } => wanted is NumberTypeModel or NamedTypeModel { Kind: NamedTypeKind.Union },
        ScalarNode => wanted is StringTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel
            or NamedTypeModel { Kind: not NamedTypeKind.Record },
        SequenceNode sequence => wanted is ListTypeModel list && sequence.Items.All(i => list.Items is AnyTypeModel || Fits(i, list.Items)),
        MappingNode mapping => wanted is MapTypeModel map && mapping.Entries.All(e => map.Values is AnyTypeModel || Fits(e.Value, map.Values)),
        _ => false,
    };
}
