using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Gives every part of an expression its type, each kind of construct through its own checker.</summary>
internal sealed class ExpressionChecker
{
    private readonly CheckContext _context;

    private readonly OperatorChecker _operators;

    private readonly AccessChecker _access;

    private readonly LiteralChecker _literals;

    public ExpressionChecker(CheckContext context)
    {
        _context = context;
        _operators = new OperatorChecker(context, this);
        _access = new AccessChecker(context, this);
        _literals = new LiteralChecker(context, this);
    }

    /// <summary>An expression that must be a value: a root that only has members is refused.</summary>
    /// <param name="isLenient">The whole chain of members gives null where a part of it is missing, as <c>??</c> and <c>has</c> want it.</param>
    public TypedExpression CheckValue(ExpressionSyntax syntax, bool isLenient = false)
    {
        TypedExpression value = Check(syntax, isLenient);
        return value.Type is StructureTypeModel structure
            ? _context.Fail(
                ExpressionDiagnostics.IncompleteValue,
                syntax.Range,
                $"'{_context.TextOf(syntax.Range)}'",
                string.Join(", ", structure.Members.Select(m => m.Name)))
            : value;
    }

    /// <summary>A value that must not be null: what operators and functions work on.</summary>
    public TypedExpression CheckOperand(ExpressionSyntax syntax) => RefuseNull(CheckValue(syntax), syntax);

    /// <summary>Non-null text, as an interpolation takes it.</summary>
    public TypedExpression CheckText(ExpressionSyntax syntax) => Convert(CheckOperand(syntax), syntax, ConversionTarget.Text);

    public TypedExpression CheckBoolean(ExpressionSyntax syntax) => Convert(CheckOperand(syntax), syntax, ConversionTarget.Boolean);

    public TypedExpression Convert(TypedExpression value, ExpressionSyntax syntax, ConversionTarget target)
    {
        if (value is ErrorExpression)
        {
            return value;
        }

        return Conversion.To(target, value, _context.PlaceOf(syntax.Range)) ?? _context.Fail(
            ExpressionDiagnostics.CannotConvert,
            syntax.Range,
            TypeText.Of(value.Type),
            ConversionHint.NameOf(target),
            ConversionHint.Of(value.Type, target));
    }

    public TypedExpression RefuseNull(TypedExpression value, ExpressionSyntax syntax) =>
        value.Type.IsNullable
            ? _context.Fail(ExpressionDiagnostics.MayBeNull, syntax.Range, $"'{_context.TextOf(syntax.Range)}'")
            : value;

    /// <summary>Anything, roots that only have members included.</summary>
    public TypedExpression Check(ExpressionSyntax syntax, bool isLenient = false) => syntax switch
    {
        LiteralSyntax literal => LiteralChecker.Check(literal),
        NameSyntax or MemberSyntax or IndexSyntax or CallSyntax => _access.Check(syntax, isLenient),
        UnarySyntax unary => _operators.Check(unary),
        BinarySyntax binary => _operators.Check(binary),
        ChoiceSyntax choice => _operators.Check(choice),
        ListSyntax list => _literals.Check(list),
        MapSyntax map => _literals.Check(map),
        _ => ErrorExpression.Instance,
    };
}
