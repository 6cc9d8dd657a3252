using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks <c>target[index]</c>, where the target is not null.</summary>
internal sealed class IndexChecker(CheckContext context, ExpressionChecker checker)
{
    public TypedExpression Check(TypedExpression target, IndexSyntax syntax, bool mayMiss)
    {
        TypedExpression index = checker.CheckOperand(syntax.Index);
        if (index is ErrorExpression)
        {
            return index;
        }

        ExpressionPlace? place = mayMiss ? null : context.PlaceOf(syntax.Range);
        ConversionTarget? wanted = target.Type switch
        {
            ListTypeModel => ConversionTarget.Integer,
            MapTypeModel when index.Type is not (IntegerTypeModel or NumberTypeModel or BooleanTypeModel) => ConversionTarget.Text,
            AnyTypeModel or NamedTypeModel { IsSeenAsJson: true } when index.Type is IntegerTypeModel => ConversionTarget.Integer,
            AnyTypeModel or NamedTypeModel { IsSeenAsJson: true } when index.Type is AnyTypeModel => ConversionTarget.Any,
            AnyTypeModel or NamedTypeModel { IsSeenAsJson: true } => ConversionTarget.Text,
            _ => null,
        };
        if (wanted is not { } kind || Conversion.To(kind, index, context.PlaceOf(syntax.Index.Range)) is not { } key)
        {
            return context.Fail(
                ExpressionDiagnostics.NotIndexable, syntax.Index.Range, Sentence.Capital(TypeText.Of(target.Type)), TypeText.Of(index.Type));
        }

        return target.Type switch
        {
            ListTypeModel list => MemberChecker.ItemOf(RuntimeNames.ListFunctions, target, key, list.Items, place),
            MapTypeModel map => MemberChecker.ItemOf(RuntimeNames.MapFunctions, target, key, map.Values, place),
            _ => new CallExpression(
                new RuntimeMethod(RuntimeNames.AnyFunctions, (kind == ConversionTarget.Text ? "Member" : "Item") + (mayMiss ? "OrNull" : string.Empty)),
                [Conversion.ToAny(target), key],
                new AnyTypeModel(),
                target.IsSecret || key.IsSecret,
                place),
        };
    }
}
