using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks <c>has all exists exists_one map filter</c>. A map is walked by its keys, as in CEL.</summary>
internal sealed class MacroChecker(CheckContext context, ExpressionChecker checker)
{
    public const string Has = "has";

    // Each level multiplies the cost by the size of its input.
    private const int DepthLimit = 3;

    private int _depth;

    public static IReadOnlyList<string> Names { get; } = ["all", "exists", "exists_one", "map", "filter"];

    public static bool IsMacro(string name) => Names.Contains(name);

    public TypedExpression CheckHas(CallSyntax syntax)
    {
        if (syntax.Arguments.Count != 1)
        {
            return context.Fail(ExpressionDiagnostics.ArgumentCount, syntax.NameRange, Has, Sentence.ArgumentCount(1, 1), $"{syntax.Arguments.Count} are");
        }

        if (syntax.Arguments[0] is not (MemberSyntax or IndexSyntax))
        {
            return context.Fail(ExpressionDiagnostics.HasArgument, syntax.Arguments[0].Range);
        }

        TypedExpression member = checker.Check(syntax.Arguments[0], isLenient: true);
        return member switch
        {
            ErrorExpression => member,
            { Type: AnyTypeModel or { IsNullable: true } } => new NotExpression(new NullTestExpression(member)),
            _ => LiteralExpression.Of(true),
        };
    }

    /// <param name="checkBody">How the last argument is checked; as a value unless something else is said.</param>
    public TypedExpression Check(TypedExpression target, CallSyntax syntax, Func<ExpressionSyntax, TypedExpression>? checkBody = null)
    {
        bool mayFilter = syntax.Name == "map";
        if (syntax.Arguments.Count != 2 && !(mayFilter && syntax.Arguments.Count == 3))
        {
            int given = syntax.Arguments.Count;
            return context.Fail(
                ExpressionDiagnostics.ArgumentCount, syntax.NameRange, syntax.Name, Sentence.ArgumentCount(2, mayFilter ? 3 : 2), given == 1 ? "1 is" : $"{given} are");
        }

        if (syntax.Arguments[0] is not NameSyntax name)
        {
            return context.Fail(ExpressionDiagnostics.MacroVariable, syntax.Arguments[0].Range, syntax.Name);
        }

        if (_depth == DepthLimit)
        {
            return context.Fail(ExpressionDiagnostics.MacroDepth, syntax.NameRange, DepthLimit.ToString(CultureInfo.InvariantCulture));
        }

        if (Items(target, syntax) is not { } items)
        {
            return context.Fail(ExpressionDiagnostics.MacroRange, syntax.NameRange, syntax.Name, TypeText.Of(target.Type));
        }

        _depth++;
        TypedExpression result = CheckBodies(items, name.Name, syntax, checkBody);
        _depth--;
        return result;
    }

    private TypedExpression CheckBodies(TypedExpression items, string name, CallSyntax syntax, Func<ExpressionSyntax, TypedExpression>? checkBody)
    {
        ExpressionSyntax last = syntax.Arguments[syntax.Arguments.Count - 1];
        switch (syntax.Name)
        {
            case "all":
                return Call("All", items, Predicate(items, name, last), new BooleanTypeModel());
            case "exists":
                return Call("Exists", items, Predicate(items, name, last), new BooleanTypeModel());
            case "exists_one":
                return Call("ExistsOne", items, Predicate(items, name, last), new BooleanTypeModel());
            case "filter":
                return Call("Filter", items, Predicate(items, name, last), items.Type);
        }

        if (syntax.Arguments.Count == 3)
        {
            items = Call("Filter", items, Predicate(items, name, syntax.Arguments[1]), items.Type);
        }

        TypedExpression body = Lambda(items, name, () => (checkBody ?? (s => checker.CheckValue(s)))(last));
        TypeModel type = body.Type is NullTypeModel ? new AnyTypeModel() : body.Type;
        body = body is LambdaExpression { Body.Type: NullTypeModel } l ? l with { Body = TypeUnion.Conform(l.Body, type) } : body;
        return Call("Map", items, body, new ListTypeModel(type));
    }

    private TypedExpression? Items(TypedExpression target, CallSyntax syntax) => target.Type switch
    {
        ListTypeModel => target,
        MapTypeModel => new CallExpression(
            new RuntimeMethod(RuntimeNames.MapFunctions, "Keys"), [target], new ListTypeModel(new StringTypeModel()), target.IsSecret),
        AnyTypeModel => new CallExpression(
            new RuntimeMethod(RuntimeNames.AnyFunctions, "Items"),
            [target],
            new ListTypeModel(new AnyTypeModel()),
            target.IsSecret,
            context.PlaceOf(syntax.Target!.Range)),
        _ => null,
    };

    private TypedExpression Predicate(TypedExpression items, string name, ExpressionSyntax syntax) =>
        Lambda(items, name, () => checker.CheckBoolean(syntax));

    private TypedExpression Lambda(TypedExpression items, string name, Func<TypedExpression> check)
    {
        if (items is ErrorExpression)
        {
            return items;
        }

        int variable = context.NewVariable();
        VariableExpression item = new(variable, ((ListTypeModel)items.Type).Items, items.IsSecret);
        TypedExpression body = context.With(name, item, check);
        return body is ErrorExpression ? body : new LambdaExpression(variable, body);
    }

    private static TypedExpression Call(string method, TypedExpression items, TypedExpression lambda, TypeModel type) =>
        items is ErrorExpression || lambda is ErrorExpression
            ? ErrorExpression.Instance
            : new CallExpression(
                new RuntimeMethod(RuntimeNames.ListFunctions, method),
                [items, lambda],
                type,
                type is not BooleanTypeModel && (items.IsSecret || lambda.IsSecret));
}
