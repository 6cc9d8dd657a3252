using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Marks the records for which a cheap test is emitted: those of inputs whose every part has one.</summary>
internal static class CheckedRecords
{
    public static EquatableArray<DatatypeModel> Mark(EquatableArray<DatatypeModel> datatypes, IEnumerable<string> inputs)
    {
        Dictionary<string, RecordModel> records = datatypes.OfType<RecordModel>().ToDictionary(r => r.Name, StringComparer.Ordinal);
        HashSet<string> reached = Reach(records, inputs);
        bool isStable;
        do
        {
            isStable = reached.RemoveWhere(name => !records[name].Properties.All(p => p.Check is { } check && RecordOf(check) is var other && (other is null || reached.Contains(other)))) == 0;
        }
        while (!isStable);

        return datatypes.Select(t => t is RecordModel record && reached.Contains(record.Name) ? record with { HasCheck = true } : t).ToEquatableArray();
    }

    private static HashSet<string> Reach(Dictionary<string, RecordModel> records, IEnumerable<string> inputs)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<string> pending = new(inputs);
        while (pending.Count > 0)
        {
            string name = pending.Pop();
            if (records.TryGetValue(name, out RecordModel? record) && reached.Add(name))
            {
                foreach (PropertyModel property in record.Properties)
                {
                    if (property.Check is { } check && RecordOf(check) is { } other)
                    {
                        pending.Push(other);
                    }
                }
            }
        }

        return reached;
    }

    private static string? RecordOf(CheckModel check) => check switch
    {
        RecordCheck record => record.Name,
        ListCheck list => RecordOf(list.Items),
        _ => null,
    };
}
