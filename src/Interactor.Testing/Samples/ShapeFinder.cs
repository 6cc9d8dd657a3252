using System.Text.Json.Nodes;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Testing.Samples;

/// <summary>
/// Walks expressions to find out what they expect of a response: each root and each value below it has a shape, and walking over a member, an index or a
/// comparison adds to it. What it does not know it walks through.
/// </summary>
internal sealed class ShapeFinder(ConnectorModel connector, ExpressionText text)
{
    private readonly Dictionary<string, BodyShape> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<int, BodyShape?> _variables = [];

    /// <summary>What expressions expect of a root, such as <c>response</c>; its members have the names of C#.</summary>
    public BodyShape Root(string name)
    {
        if (!_roots.TryGetValue(name, out BodyShape? root))
        {
            _roots[name] = root = new BodyShape();
        }

        return root;
    }

    /// <summary>Begins a root anew.</summary>
    public void Forget(string name) => _roots.Remove(name);

    /// <summary>Walks a template.</summary>
    public void Visit(TemplateModel template)
    {
        switch (template)
        {
            case ExpressionTemplate expression:
                Visit(expression.Value);
                break;
            case ObjectTemplate map:
                foreach (TemplateEntry entry in map.Entries)
                {
                    Visit(entry.Value);
                }

                break;
            case ArrayTemplate list:
                foreach (TemplateModel item in list.Items)
                {
                    Visit(item);
                }

                break;
        }
    }

    /// <summary>Walks an expression and gives the shape of the value that it stands for; null where that is not (part of) a root.</summary>
    public BodyShape? Visit(TypedExpression expression)
    {
        switch (expression)
        {
            case RootExpression root:
                return Root(root.Name);
            case VariableExpression variable:
                return _variables.GetValueOrDefault(variable.Id);
            case MemberExpression member:
                return Member(Visit(member.Target), member);
            case CallExpression call:
                return new CallShape(this).Of(call);
            case JsonConversionExpression conversion:
                return Visit(conversion.Operand);
            case CastExpression cast:
                return Visit(cast.Operand);
            case CoalesceExpression coalesce:
                return First(Visit(coalesce.Left), Visit(coalesce.Right));
            case ChoiceExpression choice:
                Visit(choice.Condition);
                return First(Visit(choice.Then), Visit(choice.Else));
            case LetExpression let:
                return With(let.Variable, Visit(let.Value), () => Visit(let.Then));
            case NullConditionalExpression conditional:
                return With(conditional.Variable, Visit(conditional.Target), () => Visit(conditional.Then));
            default:
                foreach (TypedExpression part in PartsOf(expression))
                {
                    Visit(part);
                }

                return null;
        }
    }

    /// <summary>Walks a condition and makes it come out as wanted, as far as a comparison with a known value can.</summary>
    public void Assume(TypedExpression condition, bool wanted)
    {
        switch (condition)
        {
            case NotExpression not:
                Assume(not.Operand, !wanted);
                break;
            case OperatorExpression { Operator: OperatorKind.And or OperatorKind.Or } both when wanted == (both.Operator == OperatorKind.And):
                Assume(both.Left, wanted);
                Assume(both.Right, wanted);
                break;
            case OperatorExpression { Operator: OperatorKind.Equal } equal:
                AssumeEqual(equal, wanted);
                break;
            case NullConditionalExpression conditional:
                With<object?>(conditional.Variable, Visit(conditional.Target), () =>
                {
                    Assume(conditional.Then, wanted);
                    return null;
                });
                break;
            default:
                Fix(Visit(condition), condition.Type is BooleanTypeModel ? JsonValue.Create(wanted) : null);
                break;
        }
    }

    /// <summary>Walks something in which a variable has a shape.</summary>
    public T With<T>(int variable, BodyShape? shape, Func<T> walk)
    {
        BodyShape? outer = _variables.GetValueOrDefault(variable);
        _variables[variable] = shape;
        T result = walk();
        _variables[variable] = outer;
        return result;
    }

    private void AssumeEqual(OperatorExpression equal, bool wanted)
    {
        BodyShape? left = Visit(equal.Left);
        BodyShape? right = Visit(equal.Right);
        if (wanted)
        {
            Fix(left, Known(equal.Right));
            Fix(right, Known(equal.Left));
        }
    }

    // The first comparison wins: a later one is most often the other side of a choice.
    private static void Fix(BodyShape? shape, JsonValue? value)
    {
        if (shape is not null && value is not null)
        {
            shape.Fixed ??= value;
        }
    }

    private JsonValue? Known(TypedExpression expression) => expression switch
    {
        LiteralExpression { Value: bool value } => JsonValue.Create(value),
        LiteralExpression { Value: long value } => JsonValue.Create(value),
        LiteralExpression { Value: double value } => JsonValue.Create(value),
        CallExpression { Method.Name: "From", Arguments.Count: 1 } call => Known(call.Arguments[0]),
        _ => text.Constant(expression) is { } value ? JsonValue.Create(value) : null,
    };

    private BodyShape? Member(BodyShape? target, MemberExpression member)
    {
        string name = member.Suffix.Replace(".ValueOrDefault", "", StringComparison.Ordinal).TrimStart('.', '@');
        return member.Target.Type switch
        {
            _ when target is null => null,
            NamedTypeModel { Kind: NamedTypeKind.Record } record => target.Member(JsonNameOf(record.Name, name)),
            NamedTypeModel => target,
            _ => target.Member(ExpressionText.NameIn(member.Suffix) ?? name),
        };
    }

    private string JsonNameOf(string record, string csharpName) =>
        connector.Datatypes.OfType<RecordModel>().FirstOrDefault(r => r.Name == record)?.Properties.FirstOrDefault(p => p.CSharpName.TrimStart('@') == csharpName)?.JsonName
        ?? csharpName;

    private BodyShape Map(MapExpression map)
    {
        BodyShape shape = new();
        foreach (MapEntry entry in map.Entries)
        {
            Visit(entry.Value);
        }

        return shape;
    }

    private static BodyShape? First(BodyShape? first, BodyShape? second) => first ?? second;

    private static IEnumerable<TypedExpression> PartsOf(TypedExpression expression) => expression switch
    {
        InterpolationExpression interpolation => interpolation.Parts,
        ListExpression list => list.Items,
        MapExpression map => map.Entries.Select(e => e.Value),
        NotExpression not => [not.Operand],
        NullTestExpression test => [test.Operand],
        OperatorExpression both => [both.Left, both.Right],
        _ => [],
    };
}
