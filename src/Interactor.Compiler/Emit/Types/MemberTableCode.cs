using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Code for the table of a record's members.</summary>
internal static class MemberTableCode
{
    /// <summary>A new table.</summary>
    /// <param name="properties">The properties of the record, in the order of the table.</param>
    public static string New(RecordModel record, IReadOnlyList<PropertyModel> properties)
    {
        string names = string.Join(", ", properties.Select(p => CSharpLiteral.String(p.JsonName)));
        string marks = string.Concat(properties.Select(Mark));
        string last = record.AdditionalProperties switch
        {
            null => ".",
            { } others => (others.Values is AnyTypeModel ? "" : "*") + (others.IsSecret ? "#" : ""),
        };
        return $"new([{names}], \"{marks}{last}\"{Proof(record, properties)})";
    }

    /// <summary>A provider that sends null for a member that it means to leave out is understood.</summary>
    public static bool IsNotNull(PropertyModel property) => !property.IsRequired && !property.IsTriState;

    private static string Mark(PropertyModel property) => (property.IsRequired ? "!1" : IsNotNull(property) ? "?2" : "-3").Substring(property.IsSecret ? 1 : 0, 1);

    private static string Proof(RecordModel record, IReadOnlyList<PropertyModel> properties)
    {
        string[] members = [.. properties
            .Select((p, i) => (p, i))
            .Where(x => x.p is { Check: null, Proof: not null })
            .Select(x => $"({CSharpLiteral.Int(x.i)}, {Schema(record, x.p.Proof)})")];
        SchemaReference? others = record.AdditionalProperties is { Check: null, Proof: { } proof } ? proof : null;
        return record.Proof != ProofKind.TestAndReading || (members.Length == 0 && others is null && record.NamesProof is null)
            ? ""
            : $", new({string.Join(", ", [Schema(record, record.NamesProof), Schema(record, others), .. members])})";
    }

    // The class of the record itself needs no name inside it.
    private static string Schema(RecordModel record, SchemaReference? schema) => schema is null ? "null"
        : schema.Datatype == record.Name ? $"Schema{JsonClassEmitter.At(schema.Pointer)}"
        : JsonClassEmitter.SchemaCode(schema);
}
