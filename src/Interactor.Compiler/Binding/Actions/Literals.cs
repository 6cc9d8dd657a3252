using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Whether a scalar written in the definition is of a type.</summary>
internal static class Literals
{
    public static bool Fits(SyntaxNode node, TypeModel wanted) => node switch
    {
        ScalarNode { Kind: ScalarKind.Null } => wanted.IsNullable,
        _ when wanted is NamedTypeModel { IsSeenAsJson: true } => true,
        ScalarNode { Kind: ScalarKind.Boolean } => wanted is BooleanTypeModel,
        ScalarNode { Kind: ScalarKind.Integer } => wanted is IntegerTypeModel or NumberTypeModel,
        ScalarNode { Kind: ScalarKind.Float } => wanted is NumberTypeModel,
        ScalarNode => wanted is StringTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel
            or NamedTypeModel { Kind: NamedTypeKind.Enum },
        _ => false,
    };
}
