using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Holds the argument of a script against its declared input: where it is written out, member by member.</summary>
internal sealed class ScriptArgumentChecker(CheckContext context, ExpressionChecker checker)
{
    /// <returns>Any value, since a script takes JSON; an error after a report.</returns>
    public TypedExpression Check(ExpressionSyntax syntax, TypeModel wanted) => syntax switch
    {
        MapSyntax map when wanted is NamedTypeModel { Kind: NamedTypeKind.Record } named && FindRecord(named.Name) is { } record =>
            new LiteralChecker(context, checker).ReportDuplicates(map) ? CheckRecord(map, record) : ErrorExpression.Instance,
        ListSyntax list when wanted is ListTypeModel { Items: var items } => CheckList(list, items),
        _ => CheckValue(syntax, wanted),
    };

    private TypedExpression CheckRecord(MapSyntax map, RecordModel record)
    {
        List<ObjectEntry> entries = [];
        bool isRight = true;
        foreach (MapEntrySyntax entry in map.Entries)
        {
            PropertyModel? property = record.Properties.FirstOrDefault(p => p.JsonName == entry.Key);
            if (property is null && record.AdditionalProperties is not { Values: not AnyTypeModel })
            {
                context.Fail(ExpressionDiagnostics.UnknownMember, entry.KeyRange, record.Name, entry.Key, Nearest.Hint(entry.Key, record.Properties.Select(p => p.JsonName)));
                isRight = false;
            }

            // Null stands for a member that the schema allows to be absent but not to be null.
            bool omitNull = property is { IsRequired: false, Type: { IsNullable: false } and not AnyTypeModel };
            TypedExpression value = Check(entry.Value, property?.ReadType ?? new AnyTypeModel());
            isRight &= value is not ErrorExpression;
            entries.Add(new ObjectEntry(entry.Key, value, omitNull));
        }

        foreach (PropertyModel missing in record.Properties.Where(p => p.IsRequired && map.Entries.All(e => e.Key != p.JsonName)))
        {
            context.Fail(ActionDiagnostics.MissingMember, map.Range, "The argument", missing.JsonName);
            isRight = false;
        }

        return isRight ? new ObjectExpression(entries.ToEquatableArray()) : ErrorExpression.Instance;
    }

    private TypedExpression CheckList(ListSyntax list, TypeModel wanted)
    {
        TypedExpression[] items = [.. list.Items.Select(i => Check(i, wanted))];
        return Array.Exists(items, i => i is ErrorExpression)
            ? ErrorExpression.Instance
            : Conversion.ToAny(new ListExpression(new AnyTypeModel(), items.ToEquatableArray()));
    }

    private TypedExpression CheckValue(ExpressionSyntax syntax, TypeModel wanted)
    {
        TypedExpression value = checker.CheckValue(syntax);
        if (value is ErrorExpression)
        {
            return value;
        }

        if (wanted is not AnyTypeModel && value.Type.IsNullable && !wanted.IsNullable)
        {
            return checker.RefuseNull(value, syntax);
        }

        return context.Scope.Scripts is { } site && new RecordFit(site.Table).Fits(value.Type, wanted)
            ? Conversion.ToAny(value)
            : context.Fail(ExpressionDiagnostics.CannotConvert, syntax.Range, TypeText.Of(value.Type), TypeText.Of(wanted), "");
    }

    private RecordModel? FindRecord(string csharpName) => context.Scope.Scripts?.Table.FindRecord(csharpName);
}
