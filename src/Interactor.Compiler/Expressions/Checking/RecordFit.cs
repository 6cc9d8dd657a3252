using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Whether a value will do as what a script takes or gives: as JSON, so that a record of another name will where it has what is asked for.</summary>
internal sealed class RecordFit(IScriptTable records)
{
    private readonly HashSet<(string From, string To)> _seen = [];

    public bool Fits(TypeModel from, TypeModel to) => (from, to) switch
    {
        _ when from.IsNullable && !to.IsNullable && to is not AnyTypeModel => false,
        (ListTypeModel source, ListTypeModel target) => Fits(source.Items, target.Items),
        (MapTypeModel source, MapTypeModel target) => Fits(source.Values, target.Values),
        (NamedTypeModel { Kind: NamedTypeKind.Record } source, NamedTypeModel { Kind: NamedTypeKind.Record } target) when source.Name != target.Name =>
            !_seen.Add((source.Name, target.Name)) || HasMembersOf(source.Name, target.Name),
        _ => Assignability.Fits(from, to),
    };

    private bool HasMembersOf(string from, string to)
    {
        RecordModel? source = records.FindRecord(from);
        RecordModel? target = records.FindRecord(to);
        return source is not null && target is not null && target.Properties.All(wanted =>
            source.Properties.FirstOrDefault(p => p.JsonName == wanted.JsonName) is { } given
                ? (given.IsRequired || !wanted.IsRequired) && Fits(given.Type, wanted.Type)
                : !wanted.IsRequired);
    }
}
