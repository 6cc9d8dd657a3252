using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks literals. Items of different types make a list or a map of values without a schema.</summary>
internal sealed class LiteralChecker(CheckContext context, ExpressionChecker checker)
{
    public static TypedExpression Check(LiteralSyntax syntax) => syntax.Value switch
    {
        string text => LiteralExpression.Of(text),
        long integer => LiteralExpression.Of(integer),
        double number => LiteralExpression.Of(number),
        bool boolean => LiteralExpression.Of(boolean),
        _ => LiteralExpression.Null,
    };

    public TypedExpression Check(ListSyntax syntax)
    {
        TypedExpression[] items = [.. syntax.Items.Select(i => checker.CheckValue(i))];
        return items.Any(i => i is ErrorExpression)
            ? ErrorExpression.Instance
            : new ListExpression(TypeUnion.OfAll(items), Conform(items).ToEquatableArray());
    }

    public TypedExpression Check(MapSyntax syntax)
    {
        bool isUnique = ReportDuplicates(syntax);
        TypedExpression[] values = [.. syntax.Entries.Select(e => checker.CheckValue(e.Value))];
        return !isUnique || values.Any(v => v is ErrorExpression)
            ? ErrorExpression.Instance
            : new MapExpression(TypeUnion.OfAll(values), syntax.Entries.Zip(Conform(values), (e, v) => new MapEntry(e.Key, v)).ToEquatableArray());
    }

    /// <summary>Reports keys that stand twice; true when there are none.</summary>
    public bool ReportDuplicates(MapSyntax syntax)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        bool isUnique = true;
        foreach (MapEntrySyntax entry in syntax.Entries.Where(e => !keys.Add(e.Key)))
        {
            context.Fail(ExpressionDiagnostics.DuplicateKey, entry.KeyRange, entry.Key);
            isUnique = false;
        }

        return isUnique;
    }

    private static IEnumerable<TypedExpression> Conform(TypedExpression[] items)
    {
        TypeModel type = TypeUnion.OfAll(items);
        return items.Select(i => TypeUnion.Conform(i, type));
    }
}
