using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Testing.Samples;

/// <summary>What a call of the runtime expects of the values that it is given.</summary>
internal sealed class CallShape(ShapeFinder finder)
{
    public BodyShape? Of(CallExpression call)
    {
        BodyShape? target = call.Arguments.Count > 0 && call.Arguments[0] is not LambdaExpression ? finder.Visit(call.Arguments[0]) : null;
        switch (call.Method.Class)
        {
            case RuntimeNames.AnyFunctions:
                return OfAny(call, target);
            case RuntimeNames.ListFunctions:
                return OfList(call, target);
            case RuntimeNames.MapFunctions when call.Arguments is [_, LiteralExpression { Text: { } key }, ..]:
                return target?.Member(key);
            case RuntimeNames.JsonValue:
            case RuntimeNames.MapFunctions when call.Method.Name == "ToAny":
                return target;
            case RuntimeNames.EncodingFunctions when target is not null && Decoded(call.Method.Name) is { } kind:
                target.Kind = kind;
                return null;
        }

        VisitRest(call);

        // Lower case, trimmed or with line breaks taken out, it is still that text.
        return call.Method.Class == RuntimeNames.TextFunctions && call.Type is StringTypeModel ? target : null;
    }

    private BodyShape? OfAny(CallExpression call, BodyShape? target)
    {
        VisitRest(call);
        switch (call.Method.Name)
        {
            case "Member" or "MemberOrNull" when call.Arguments[1] is LiteralExpression { Text: { } name }:
                return target?.Member(name);
            case "Item" or "ItemOrNull" when call.Arguments[1].Type is IntegerTypeModel:
                return target?.Item();
            case "Items":
                target?.Item();
                return target;
            case "TextList":
                Mark(target?.Item(), ShapeKind.Text);
                return target;
            case "OrNull":
                return target;
            case "Text" or "TextOrNull":
                return Mark(target, ShapeKind.Text);
            case "Integer":
                return Mark(target, ShapeKind.Integer);
            case "Number":
                return Mark(target, ShapeKind.Number);
            case "Boolean":
                return Mark(target, ShapeKind.Boolean);
            case "Timestamp":
                return Mark(target, ShapeKind.Timestamp);
            case "Bytes":
                return Mark(target, ShapeKind.Base64);
            default:
                return null;
        }
    }

    private BodyShape? OfList(CallExpression call, BodyShape? target)
    {
        if (call.Arguments.Count < 2 || call.Arguments[1] is not LambdaExpression lambda)
        {
            VisitRest(call);
            return call.Method.Name switch
            {
                "Item" or "ItemOrNull" or "ItemOrDefault" => target?.Item(),
                "ToAny" => target,
                _ => null,
            };
        }

        switch (call.Method.Name)
        {
            case "Filter":
                BodyShape? wanted = target?.WantedItem();
                Assume(lambda, wanted);
                return wanted is null ? null : BodyShape.ListOf(wanted);
            case "Exists" or "ExistsOne":
                Assume(lambda, target?.WantedItem());
                return null;
            case "All":
                Assume(lambda, target?.Item());
                return null;
            case "Map":
                BodyShape? item = finder.With(lambda.Variable, target?.Item(), () => finder.Visit(lambda.Body));
                return item is null ? null : BodyShape.ListOf(item);
            default:
                finder.With(lambda.Variable, target?.Item(), () => finder.Visit(lambda.Body));
                return target;
        }
    }

    private void Assume(LambdaExpression lambda, BodyShape? item) =>
        finder.With<object?>(lambda.Variable, item, () =>
        {
            finder.Assume(lambda.Body, wanted: true);
            return null;
        });

    private static BodyShape? Mark(BodyShape? shape, ShapeKind kind)
    {
        if (shape is { Kind: ShapeKind.Unknown })
        {
            shape.Kind = kind;
        }

        return shape;
    }

    private static ShapeKind? Decoded(string method) => method switch
    {
        "Base64Decode" => ShapeKind.Base64,
        "Base64UrlDecode" => ShapeKind.Base64Url,
        _ => null,
    };

    private void VisitRest(CallExpression call)
    {
        foreach (TypedExpression argument in call.Arguments.Skip(1))
        {
            finder.Visit(argument is LambdaExpression lambda ? lambda.Body : argument);
        }
    }
}
