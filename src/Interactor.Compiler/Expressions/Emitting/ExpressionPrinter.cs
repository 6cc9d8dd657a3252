using Interactor.Compiler.Emit;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Emitting;

/// <summary>One method a kind of expression. <see cref="Closed"/> puts parentheses around what is not a primary expression.</summary>
internal sealed class ExpressionPrinter
{
    // Roslyn folds long chains of '+' recursively.
    private const int PlusLimit = 16;

    private readonly VariableNames _names = new();

    public string Closed(TypedExpression e)
    {
        string text = Open(e);
        return IsPrimary(e) ? text : $"({text})";
    }

    private string Open(TypedExpression e) => e switch
    {
        LiteralExpression literal => Literal(literal.Value),
        InterpolationExpression interpolation => Interpolation(interpolation),
        RootExpression root => root.CSharp,
        VariableExpression variable => _names[variable.Id],
        MemberExpression member => Closed(member.Target) + member.Suffix,
        NullConditionalExpression conditional => NullConditional(conditional),
        CoalesceExpression coalesce => Coalesce(coalesce),
        LetExpression let => $"{Closed(let.Value)} switch {{ {_names.Within(let.Variable, name => $"var {name} => {Closed(let.Then)}")} }}",
        LambdaExpression lambda => _names.Within(lambda.Variable, name => $"{name} => {Closed(lambda.Body)}"),
        ChoiceExpression choice => $"{Closed(choice.Condition)} ? {Closed(choice.Then)} : {Closed(choice.Else)}",
        OperatorExpression operation => Operator(operation, Symbol(operation.Operator)),
        NotExpression { Operand: OperatorExpression { Operator: OperatorKind.Equal } equal } => Operator(equal, "!="),
        NotExpression { Operand: NullTestExpression test } => NullTest(test, isNegated: true),
        NotExpression not => "!" + Closed(not.Operand),
        NullTestExpression test => NullTest(test, isNegated: false),
        CastExpression { Type: AnyTypeModel } => RuntimeNames.JsonValue + ".Null",
        CastExpression cast => $"({CSharpType.Of(cast.Type)}){Closed(cast.Operand)}",
        ListExpression list => $"{RuntimeNames.ListFunctions}.Of<{CSharpType.Of(list.ItemType)}>({string.Join(", ", list.Items.Select(Open))})",
        MapExpression map => $"{RuntimeNames.MapFunctions}.Of<{CSharpType.Of(map.ValueType)}>({string.Join(", ", map.Entries.Select(Entry))})",
        JsonConversionExpression json => $"{RuntimeNames.JsonValue}.From({Open(json.Operand)}, {JsonClass(json.Operand.Type)}.Write)",
        ObjectExpression record => $"{RuntimeNames.JsonFunctions}.Object({string.Join(", ", record.Entries.Select(Member))})",
        ScriptResultExpression result => $"{RuntimeMembers.Context}.Result<{CSharpType.Of(result.Type)}>({result.Index})",
        CallExpression call => $"{call.Method.Class}.{call.Method.Name}({string.Join(", ", Arguments(call))})",
        _ => throw new InvalidOperationException($"{e.GetType().Name} cannot be emitted."),
    };

    private static bool IsPrimary(TypedExpression e) => e switch
    {
        LiteralExpression { Value: long or double } literal => Literal(literal.Value)[0] != '-',
        InterpolationExpression interpolation => interpolation.Parts.Count > PlusLimit,
        LiteralExpression or RootExpression or VariableExpression or MemberExpression or ListExpression or MapExpression
            or JsonConversionExpression or ObjectExpression or ScriptResultExpression or CallExpression => true,
        CastExpression { Type: AnyTypeModel } => true,
        NullTestExpression { Operand.Type: AnyTypeModel } => true,
        _ => false,
    };

    private static string Literal(object? value) => value switch
    {
        string text => CSharpLiteral.String(text),
        long integer => CSharpLiteral.Long(integer),
        double number => CSharpLiteral.Double(number),
        bool boolean => CSharpLiteral.Boolean(boolean),
        _ => "null",
    };

    private string Interpolation(InterpolationExpression e) =>
        e.Parts.Count > PlusLimit
            ? $"string.Concat({string.Join(", ", e.Parts.Select(Open))})"
            : string.Join(" + ", e.Parts.Select(Closed));

    private string NullConditional(NullConditionalExpression e)
    {
        if (e.Target.Type is not AnyTypeModel && e.Then.Type is not AnyTypeModel && MembersOf(e.Then, e.Variable) is { } members && members.StartsWith(".", StringComparison.Ordinal))
        {
            return $"{Closed(e.Target)}?{members}";
        }

        // The commonest case by far: a number or a switch in a query.
        if (e.Target.Type is not AnyTypeModel && e.Then is CallExpression { Method: { Class: RuntimeNames.ConvertFunctions, Name: "Text" } text, Arguments: [VariableExpression only] } && only.Id == e.Variable)
        {
            return $"{text.Class}.TextOrNull({Open(e.Target)})";
        }

        string pattern = e.Target.Type is AnyTypeModel ? "{ IsNull: false }" : "{ }";
        bool isLifted = CSharpType.IsValueType(e.Then.Type) && !e.Then.Type.IsNullable && e.Then.Type is not AnyTypeModel;
        string otherwise = e.Then.Type is AnyTypeModel ? RuntimeNames.JsonValue + ".Null" : "null";
        string lift = isLifted ? $"({CSharpType.Of(e.Type)})" : string.Empty;
        string arm = _names.Within(e.Variable, name => $"{pattern} {name} => {lift}{Closed(e.Then)}");
        return $"{Closed(e.Target)} switch {{ {arm}, _ => {otherwise} }}";
    }

    // The suffixes of a run of plain members on the variable, which C# can write behind '?'.
    private static string? MembersOf(TypedExpression e, int variable) => e switch
    {
        MemberExpression { Target: VariableExpression v } member when v.Id == variable => member.Suffix,
        MemberExpression { Target: MemberExpression target } member => MembersOf(target, variable) is { } before ? before + member.Suffix : null,
        _ => null,
    };

    private string Coalesce(CoalesceExpression e)
    {
        if (e.Left.Type is not AnyTypeModel)
        {
            return $"{Closed(e.Left)} ?? {Closed(e.Right)}";
        }

        // The right side stands outside of the arm that names the left one, but takes its turn in the same depth.
        string arm = _names.Within(int.MinValue, name => $"{{ IsNull: false }} {name} => {name}");
        return $"{Closed(e.Left)} switch {{ {arm}, _ => {Closed(e.Right)} }}";
    }

    private string Operator(OperatorExpression e, string symbol) => $"{Closed(e.Left)} {symbol} {Closed(e.Right)}";

    private string NullTest(NullTestExpression e, bool isNegated) => e.Operand.Type is AnyTypeModel
        ? (isNegated ? "!" : string.Empty) + Closed(e.Operand) + ".IsNull"
        : Closed(e.Operand) + (isNegated ? " is not null" : " is null");

    private string Entry(MapEntry entry) => $"({CSharpLiteral.String(entry.Key)}, {Open(entry.Value)})";

    private string Member(ObjectEntry entry) => $"({CSharpLiteral.String(entry.Name)}, {Open(entry.Value)}, {CSharpLiteral.Boolean(entry.OmitNull)})";

    private IEnumerable<string> Arguments(CallExpression call)
    {
        foreach (TypedExpression argument in call.Arguments)
        {
            yield return Open(argument);
        }

        if (call.Place is { } place)
        {
            yield return Place(place);
        }
    }

    /// <summary>The place of an expression as the runtime takes it.</summary>
    public static string Place(ExpressionPlace place)
    {
        string text = CSharpLiteral.String(place.Text);
        return place.IsCallers ? $"{RuntimeNames.ExpressionPlace}.Caller({text})" : text;
    }

    private static string JsonClass(TypeModel type) => CSharpIdentifier.Escape(((NamedTypeModel)type).Name + "Json");

    private static string Symbol(OperatorKind kind) => kind switch
    {
        OperatorKind.And => "&&",
        OperatorKind.Or => "||",
        OperatorKind.Equal => "==",
        OperatorKind.Less => "<",
        OperatorKind.LessOrEqual => "<=",
        OperatorKind.Greater => ">",
        _ => ">=",
    };
}
