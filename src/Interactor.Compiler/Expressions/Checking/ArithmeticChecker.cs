using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks <c>+ - * / %</c>. A value without a schema takes the type of the other side.</summary>
internal sealed class ArithmeticChecker(CheckContext context, ExpressionChecker checker)
{
    public TypedExpression CheckNegation(UnarySyntax syntax)
    {
        TypedExpression operand = checker.CheckOperand(syntax.Operand);
        return operand.Type switch
        {
            _ when operand is ErrorExpression => operand,
            _ when operand is LiteralExpression { Value: double number } => LiteralExpression.Of(-number),
            IntegerTypeModel or NumberTypeModel => Call(syntax, "Negate", Widened(operand.Type), operand),
            _ => context.Fail(ExpressionDiagnostics.OperandTypes, syntax.Range, "-", TypeText.Of(operand.Type), HintFor(operand)),
        };
    }

    public TypedExpression Check(BinarySyntax syntax)
    {
        TypedExpression left = checker.CheckOperand(syntax.Left);
        TypedExpression right = checker.CheckOperand(syntax.Right);
        if (left is ErrorExpression || right is ErrorExpression)
        {
            return ErrorExpression.Instance;
        }

        left = FromAny(left, right, syntax.Left);
        right = FromAny(right, left, syntax.Right);
        if (left is ErrorExpression || right is ErrorExpression)
        {
            return ErrorExpression.Instance;
        }

        return CheckNumbers(syntax, left, right)
            ?? CheckTimes(syntax, left, right)
            ?? (syntax.Operator == "+" ? CheckJoin(syntax, left, right) : null)
            ?? Refuse(syntax, left, right);
    }

    private CallExpression? CheckNumbers(BinarySyntax syntax, TypedExpression left, TypedExpression right)
    {
        if (left.Type is not (IntegerTypeModel or NumberTypeModel) || right.Type is not (IntegerTypeModel or NumberTypeModel)
            || TypeUnion.Of(left, right) is not { } type || (syntax.Operator == "%" && type is not IntegerTypeModel))
        {
            return null;
        }

        type = Widened(type);
        string method = syntax.Operator switch { "+" => "Add", "-" => "Subtract", "*" => "Multiply", "/" => "Divide", _ => "Remainder" };
        return Call(syntax, method, type, TypeUnion.Conform(left, type), TypeUnion.Conform(right, type));
    }

    private CallExpression? CheckTimes(BinarySyntax syntax, TypedExpression left, TypedExpression right)
    {
        (string Method, TypedExpression First, TypedExpression Second, TypeModel Type)? call = (syntax.Operator, left.Type, right.Type) switch
        {
            ("+", TimestampTypeModel, DurationTypeModel) => ("Add", left, right, left.Type),
            ("+", DurationTypeModel, TimestampTypeModel) => ("Add", right, left, right.Type),
            ("+", DurationTypeModel, DurationTypeModel) => ("Add", left, right, left.Type),
            ("-", TimestampTypeModel, DurationTypeModel) => ("Subtract", left, right, left.Type),
            ("-", TimestampTypeModel, TimestampTypeModel) => ("Subtract", left, right, new DurationTypeModel()),
            ("-", DurationTypeModel, DurationTypeModel) => ("Subtract", left, right, left.Type),
            _ => null,
        };
        return call is not { } c
            ? null
            : new CallExpression(
                new RuntimeMethod(RuntimeNames.TimeFunctions, c.Method),
                [c.First, c.Second],
                c.Type,
                left.IsSecret || right.IsSecret,
                context.PlaceOf(syntax.Range));
    }

    private TypedExpression? CheckJoin(BinarySyntax syntax, TypedExpression left, TypedExpression right)
    {
        bool isSecret = left.IsSecret || right.IsSecret;
        switch (left.Type, right.Type)
        {
            case (StringTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum }, StringTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum }):
                TypeModel text = new StringTypeModel();
                return new InterpolationExpression([.. Parts(TypeUnion.Conform(left, text)), .. Parts(TypeUnion.Conform(right, text))]);
            case (BytesTypeModel, BytesTypeModel):
                return new CallExpression(new RuntimeMethod(RuntimeNames.EncodingFunctions, "Join"), [left, right], left.Type, isSecret);
            case (ListTypeModel, ListTypeModel) when TypeUnion.Of(left, right) is { } type:
                return new CallExpression(
                    new RuntimeMethod(RuntimeNames.ListFunctions, "Join"), [TypeUnion.Conform(left, type), TypeUnion.Conform(right, type)], type, isSecret);
            default:
                bool isLeftText = left.Type is StringTypeModel;
                return isLeftText || right.Type is StringTypeModel
                    ? context.Fail(
                        ExpressionDiagnostics.TextConcatenation,
                        isLeftText ? syntax.Right.Range : syntax.Left.Range,
                        TypeText.Of(isLeftText ? right.Type : left.Type))
                    : null;
        }
    }

    private ErrorExpression Refuse(BinarySyntax syntax, TypedExpression left, TypedExpression right)
    {
        string hint = syntax.Operator == "%" ? " A remainder is worked out of integers." : HintFor(left) is { Length: > 0 } leftHint ? leftHint : HintFor(right);
        return context.Fail(
            ExpressionDiagnostics.OperandTypes, syntax.OperatorRange, syntax.Operator, $"{TypeText.Of(left.Type)} and {TypeText.Of(right.Type)}", hint);
    }

    private TypedExpression FromAny(TypedExpression operand, TypedExpression other, ExpressionSyntax syntax) => (operand.Type, other.Type) switch
    {
        (not AnyTypeModel, _) => operand,
        (_, IntegerTypeModel) => checker.Convert(operand, syntax, ConversionTarget.Integer),
        (_, NumberTypeModel) => checker.Convert(operand, syntax, ConversionTarget.Number),
        (_, StringTypeModel) => new CallExpression(
            new RuntimeMethod(RuntimeNames.AnyFunctions, "String"), [operand], new StringTypeModel(), operand.IsSecret, context.PlaceOf(syntax.Range)),
        _ => operand,
    };

    private CallExpression Call(ExpressionSyntax syntax, string method, TypeModel type, params TypedExpression[] operands) => new(
        new RuntimeMethod(RuntimeNames.NumberFunctions, method),
        operands.ToEquatableArray(),
        type,
        operands.Any(o => o.IsSecret),
        context.PlaceOf(syntax.Range));

    private static IEnumerable<TypedExpression> Parts(TypedExpression text) => text is InterpolationExpression joined ? joined.Parts : [text];

    private static TypeModel Widened(TypeModel type) => type switch
    {
        IntegerTypeModel => new IntegerTypeModel(),
        NumberTypeModel { Kind: NumberKind.Single } => new NumberTypeModel(),
        NumberTypeModel { Kind: NumberKind.UInt64 } => new NumberTypeModel(NumberKind.Decimal),
        _ => type,
    };

    private static string HintFor(TypedExpression operand) => operand.Type switch
    {
        AnyTypeModel => " Say what it is with string(…), int(…) or double(…).",
        StringTypeModel => " Turn text into a number with int(…) or double(…).",
        _ => string.Empty,
    };
}
