using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>What <c>==</c> means for two types. Null equals null only.</summary>
internal static class Equality
{
    /// <summary>The comparison, or null when the types have nothing in common.</summary>
    public static TypedExpression? Of(TypedExpression left, TypedExpression right)
    {
        if (left.Type is NullTypeModel || right.Type is NullTypeModel)
        {
            return WithNull(left.Type is NullTypeModel ? right : left);
        }

        if (left.Type is AnyTypeModel || right.Type is AnyTypeModel || IsSeenAsJson(left.Type) || IsSeenAsJson(right.Type))
        {
            return Equal(Conversion.ToAny(left), Conversion.ToAny(right));
        }

        (left, right) = (PlainBytes(left), PlainBytes(right));
        TypeModel? type = TypeUnion.Of(left, right);
        return type switch
        {
            null or StructureTypeModel => null,
            ListTypeModel or MapTypeModel or NamedTypeModel { Kind: not NamedTypeKind.Enum } => Equal(Conversion.ToAny(left), Conversion.ToAny(right)),
            BytesTypeModel => new CallExpression(
                new RuntimeMethod(RuntimeNames.EncodingFunctions, "AreEqual"), [left, right], new BooleanTypeModel(), IsSecret: false),
            StringTypeModel => Equal(TypeUnion.Conform(left, type), TypeUnion.Conform(right, type)),
            IntegerTypeModel or NumberTypeModel => Equal(Number(left, type), Number(right, type)),
            _ => Equal(left, right),
        };
    }

    private static TypedExpression PlainBytes(TypedExpression e) => e.Type is BytesTypeModel ? Conversion.Lift(e, Conversion.PlainBytes)! : e;

    private static TypedExpression WithNull(TypedExpression operand) => operand.Type switch
    {
        NullTypeModel => LiteralExpression.Of(true),
        AnyTypeModel or { IsNullable: true } => new NullTestExpression(operand),
        _ => LiteralExpression.Of(false),
    };

    // Comparing does not need the nullable form on both sides; C# lifts the operator.
    private static TypedExpression Number(TypedExpression e, TypeModel type) =>
        TypeUnion.Conform(e, e.Type.IsNullable ? type.AsNullable() : type.AsNonNull());

    private static OperatorExpression Equal(TypedExpression left, TypedExpression right) => new(OperatorKind.Equal, left, right);

    private static bool IsSeenAsJson(TypeModel type) => type is NamedTypeModel { IsSeenAsJson: true };
}
