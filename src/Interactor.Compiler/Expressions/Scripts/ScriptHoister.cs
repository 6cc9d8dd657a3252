using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>
/// Takes the calls of scripts out of an expression, in the order in which they are made and each with the condition under which it is, and leaves their
/// results in their places.
/// </summary>
internal sealed class ScriptHoister(ScriptSite site)
{
    private readonly Stack<TypedExpression> _conditions = new();
    private readonly Stack<NullConditionalExpression> _entered = new();

    public TypedExpression Hoist(TypedExpression e) => e switch
    {
        ScriptCallExpression call => Call(call),
        ChoiceExpression choice => Choose(choice),
        OperatorExpression operation => Operate(operation),
        CoalesceExpression coalesce => Replace(coalesce),
        NullConditionalExpression conditional => Enter(conditional),
        LetExpression let => let with { Value = Hoist(let.Value), Then = Hoist(let.Then) },
        InterpolationExpression text => text with { Parts = HoistAll(text.Parts) },
        MemberExpression member => member with { Target = Hoist(member.Target) },
        NotExpression not => not with { Operand = Hoist(not.Operand) },
        NullTestExpression test => test with { Operand = Hoist(test.Operand) },
        CastExpression cast => cast with { Operand = Hoist(cast.Operand) },
        JsonConversionExpression json => json with { Operand = Hoist(json.Operand) },
        ListExpression list => list with { Items = HoistAll(list.Items) },
        MapExpression map => map with { Entries = map.Entries.Select(m => m with { Value = Hoist(m.Value) }).ToEquatableArray() },
        ObjectExpression record => record with { Entries = record.Entries.Select(m => m with { Value = Hoist(m.Value) }).ToEquatableArray() },
        CallExpression call => call with { Arguments = HoistAll(call.Arguments) },
        _ => e,
    };

    private EquatableArray<TypedExpression> HoistAll(EquatableArray<TypedExpression> all) => all.Select(Hoist).ToEquatableArray();

    private ScriptResultExpression Call(ScriptCallExpression call)
    {
        TypedExpression? argument = call.Argument is null ? null : Hoist(call.Argument);
        TypedExpression? when = _conditions.Count == 0 ? null : _conditions.Reverse().Aggregate((left, right) => new OperatorExpression(OperatorKind.And, left, right));
        return new ScriptResultExpression(site.Add(new ScriptCallModel(call.Script, argument, when, call.Place)), call.Type, call.IsSecret);
    }

    private ChoiceExpression Choose(ChoiceExpression choice)
    {
        TypedExpression condition = Hoist(choice.Condition);
        return choice with { Condition = condition, Then = Where(condition, choice.Then), Else = Where(new NotExpression(condition), choice.Else) };
    }

    private OperatorExpression Operate(OperatorExpression operation)
    {
        TypedExpression left = Hoist(operation.Left);
        TypedExpression right = operation.Operator switch
        {
            OperatorKind.And => Where(left, operation.Right),
            OperatorKind.Or => Where(new NotExpression(left), operation.Right),
            _ => Hoist(operation.Right),
        };
        return operation with { Left = left, Right = right };
    }

    private CoalesceExpression Replace(CoalesceExpression coalesce)
    {
        TypedExpression left = Hoist(coalesce.Left);
        return coalesce with { Left = left, Right = Where(new NullTestExpression(left), coalesce.Right) };
    }

    private NullConditionalExpression Enter(NullConditionalExpression conditional)
    {
        NullConditionalExpression entered = conditional with { Target = Hoist(conditional.Target) };

        // The target of an inner condition may be the variable of an outer one, which only stands inside of it.
        TypedExpression target = _entered.Aggregate(entered.Target, (inner, outer) => new NullConditionalExpression(outer.Target, outer.Variable, inner));
        _entered.Push(entered);
        TypedExpression then = Where(new NotExpression(new NullTestExpression(target)), conditional.Then);
        _entered.Pop();
        return entered with { Then = then };
    }

    private TypedExpression Where(TypedExpression condition, TypedExpression e)
    {
        _conditions.Push(condition);
        TypedExpression hoisted = Hoist(e);
        _conditions.Pop();
        return hoisted;
    }
}
