using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks <c>== != &lt; &lt;= &gt; &gt;= in</c>.</summary>
internal sealed class ComparisonChecker(CheckContext context, ExpressionChecker checker)
{
    private static readonly TypeModel Boolean = new BooleanTypeModel();

    public TypedExpression Check(BinarySyntax syntax)
    {
        bool isEquality = syntax.Operator is "==" or "!=";
        TypedExpression left = isEquality ? checker.CheckValue(syntax.Left) : checker.CheckOperand(syntax.Left);
        TypedExpression right = isEquality ? checker.CheckValue(syntax.Right) : checker.CheckOperand(syntax.Right);
        if (left is ErrorExpression || right is ErrorExpression)
        {
            return ErrorExpression.Instance;
        }

        TypedExpression? answer = isEquality ? Equality.Of(left, right) : Order(syntax, left, right);
        return answer is null
            ? Refuse(syntax.OperatorRange, left, right)
            : syntax.Operator == "!=" ? new NotExpression(answer) : answer;
    }

    public TypedExpression CheckIn(BinarySyntax syntax)
    {
        TypedExpression item = checker.CheckValue(syntax.Left);
        TypedExpression range = checker.CheckOperand(syntax.Right);
        if (item is ErrorExpression || range is ErrorExpression)
        {
            return ErrorExpression.Instance;
        }

        switch (range.Type)
        {
            case ListTypeModel list:
                return InList(syntax, item, range, list.Items);
            case MapTypeModel:
                TypedExpression key = checker.Convert(checker.RefuseNull(item, syntax.Left), syntax.Left, ConversionTarget.Text);
                return key is ErrorExpression
                    ? key
                    : new CallExpression(new RuntimeMethod(RuntimeNames.MapFunctions, "Contains"), [range, key], Boolean, IsSecret: false);
            case AnyTypeModel:
                return new CallExpression(
                    new RuntimeMethod(RuntimeNames.AnyFunctions, "Contains"),
                    [range, Conversion.ToAny(item)],
                    Boolean,
                    IsSecret: false,
                    context.PlaceOf(syntax.Right.Range));
            default:
                return context.Fail(
                    ExpressionDiagnostics.MacroRange,
                    syntax.Right.Range,
                    "'in'",
                    TypeText.Of(range.Type) + (range.Type is StringTypeModel ? ", whose parts are asked for with text.contains(part)" : string.Empty));
        }
    }

    private TypedExpression InList(BinarySyntax syntax, TypedExpression item, TypedExpression range, TypeModel itemType)
    {
        bool isSimple = item is LiteralExpression or RootExpression or VariableExpression;
        int once = context.NewVariable();
        int each = context.NewVariable();
        TypedExpression sought = isSimple ? item : new VariableExpression(once, item.Type, item.IsSecret);
        if (Equality.Of(new VariableExpression(each, itemType, range.IsSecret), sought) is not { } equal)
        {
            return Refuse(syntax.OperatorRange, item, new VariableExpression(each, itemType, IsSecret: false));
        }

        CallExpression exists = new(
            new RuntimeMethod(RuntimeNames.ListFunctions, "Exists"), [range, new LambdaExpression(each, equal)], Boolean, IsSecret: false);
        return isSimple ? exists : new LetExpression(item, once, exists);
    }

    private TypedExpression? Order(BinarySyntax syntax, TypedExpression left, TypedExpression right)
    {
        OperatorKind kind = syntax.Operator switch
        {
            "<" => OperatorKind.Less,
            "<=" => OperatorKind.LessOrEqual,
            ">" => OperatorKind.Greater,
            _ => OperatorKind.GreaterOrEqual,
        };
        if (left.Type is AnyTypeModel || right.Type is AnyTypeModel)
        {
            bool isComparable = IsOrdered(left.Type) && IsOrdered(right.Type);
            return isComparable ? Compared(kind, RuntimeNames.AnyFunctions, Conversion.ToAny(left), Conversion.ToAny(right), context.PlaceOf(syntax.Range)) : null;
        }

        TypeModel? type = TypeUnion.Of(left, right);
        return type switch
        {
            IntegerTypeModel or NumberTypeModel => new OperatorExpression(kind, TypeUnion.Conform(left, type), TypeUnion.Conform(right, type)),
            TimestampTypeModel or DateTypeModel or DurationTypeModel => new OperatorExpression(kind, left, right),
            StringTypeModel => Compared(kind, RuntimeNames.TextFunctions, TypeUnion.Conform(left, type), TypeUnion.Conform(right, type), null),
            _ => null,
        };
    }

    private static OperatorExpression Compared(OperatorKind kind, string runtimeClass, TypedExpression left, TypedExpression right, ExpressionPlace? place) => new(
        kind,
        new CallExpression(new RuntimeMethod(runtimeClass, "Compare"), [left, right], new IntegerTypeModel(), IsSecret: false, place),
        LiteralExpression.Of(0));

    private static bool IsOrdered(TypeModel type) => type is AnyTypeModel or IntegerTypeModel or NumberTypeModel or StringTypeModel;

    private ErrorExpression Refuse(TextRange at, TypedExpression left, TypedExpression right)
    {
        bool isTextWithNumber = (left.Type, right.Type) is (StringTypeModel, IntegerTypeModel or NumberTypeModel) or (IntegerTypeModel or NumberTypeModel, StringTypeModel);
        string hint = isTextWithNumber ? " Turn one of them with string(…), int(…) or double(…)." : string.Empty;
        return context.Fail(ExpressionDiagnostics.NotComparable, at, Sentence.Capital(TypeText.Of(left.Type)), TypeText.Of(right.Type), hint);
    }

}
