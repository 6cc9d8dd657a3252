using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the table of a record's members.</summary>
internal static class MemberTableCode
{
    /// <summary>The members, as the runtime's table understands them.</summary>
    public static string MembersOf(RecordModel record)
    {
        string last = record.AdditionalProperties switch
        {
            null => ".",
            { } others => (others.Values is AnyTypeModel ? "" : "*") + (others.IsSecret ? "#" : ""),
        };
        IEnumerable<string> members = record.Properties.SelectMany(Entries);
        return string.Join(",", last.Length == 0 ? members : members.Append(last));
    }

    /// <summary>Writes what else the table asks for: how others are read, and what reading validates.</summary>
    public static void Emit(CodeWriter code, RecordModel record)
    {
        if (record.AdditionalProperties is { Values: not AnyTypeModel and var values })
        {
            code.Line($"public static {RuntimeNames.JsonOthers} Others => new {RuntimeNames.JsonOthers}<{CSharpType.Of(values)}>({JsonCode.Both(values)});");
        }

        EmitProof(code, record);
    }

    private static IEnumerable<string> Entries(PropertyModel property)
    {
        string name = property.JsonName.Replace(",", ",,");
        return property.Constant is { } constant ? ["=" + name, ConstantCode.Json(constant).Replace(",", ",,")] : [Mark(property) + name];
    }

    // A provider that sends null for a member that it means to leave out is understood.
    private static bool IsNotNull(PropertyModel property) => !property.IsRequired && !property.IsTriState;

    private static string Mark(PropertyModel property) => (property.IsRequired ? "!1" : IsNotNull(property) ? "?2" : "-3").Substring(property.IsSecret ? 1 : 0, 1);

    private static void EmitProof(CodeWriter code, RecordModel record)
    {
        if (record.Proof == ProofKind.Whole)
        {
            code.Line($"public static {RuntimeNames.JsonMemberProof} Proof => new(Schema);");
            return;
        }

        string[] members = [.. record.Properties
            .Select((p, i) => (p, i))
            .Where(x => x.p is { Check: null, Proof: not null })
            .Select(x => $"({CSharpLiteral.Int(x.i)}, {Schema(record, x.p.Proof)})")];
        SchemaReference? others = record.AdditionalProperties is { Check: null, Proof: { } proof } ? proof : null;
        if (members.Length > 0 || others is not null || record.NamesProof is not null)
        {
            code.Line($"public static {RuntimeNames.JsonMemberProof} Proof => new({string.Join(", ", [Schema(record, record.NamesProof), Schema(record, others), .. members])});");
        }
    }

    // The class of the record itself needs no name inside it.
    private static string Schema(RecordModel record, SchemaReference? schema) => schema is null ? "null"
        : schema.Datatype == record.Name ? $"Schema{JsonClassEmitter.At(schema.Pointer)}"
        : JsonClassEmitter.SchemaCode(schema);
}
