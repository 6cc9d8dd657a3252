using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the reader of a record: the table of its members, and one pass over the object with an arm a member.</summary>
internal static class RecordReaderEmitter
{
    private const string Table = "Members";

    public static void Emit(CodeWriter code, RecordModel record)
    {
        string name = CSharpIdentifier.Escape(record.Name);
        EmitTable(code, record);
        code.Line();
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, {JsonCode.MaybeNull} out {name} v)");
        code.Line("v = null;");
        JsonClassEmitter.Prove(code, record);
        EmitLocals(code, record);

        if (record.AdditionalProperties is { } additional)
        {
            code.Line($"{AdditionalLocalType(additional)} others = default;");
        }

        EmitLoop(code, record);
        EmitResult(code, record, name);
        code.Close();
    }

    // One line a type: a record has many members and few types.
    private static void EmitLocals(CodeWriter code, RecordModel record)
    {
        foreach (var locals in record.Properties.Select((p, i) => (p, i)).Where(x => x.p.Constant is null).GroupBy(x => LocalType(x.p), x => x.i, StringComparer.Ordinal))
        {
            code.Line($"{locals.Key} {string.Join(", ", locals.Select(i => Local(i) + " = default"))};");
        }
    }

    // A mark a member: it has to be there, or its null is absence, or neither.
    private static void EmitTable(CodeWriter code, RecordModel record)
    {
        string names = string.Join(", ", record.Properties.Select(p => CSharpLiteral.String(p.JsonName)));
        string marks = string.Concat(record.Properties.Select(p => p.IsRequired ? "!" : IsNotNull(p) ? "?" : "-"));
        string isClosed = record.AdditionalProperties is null ? ", isClosed: true" : "";
        code.Line($"private static readonly {RuntimeNames.JsonMemberTable} {Table} = new([{names}], \"{marks}\"{isClosed}{Proof(record)});");
    }

    private static string Proof(RecordModel record)
    {
        string[] members = [.. record.Properties
            .Select((p, i) => (p, i))
            .Where(x => x.p is { Check: null, Proof: not null })
            .Select(x => $"({CSharpLiteral.Int(x.i)}, {JsonClassEmitter.SchemaCode(x.p.Proof!)})")];
        SchemaReference? others = record.AdditionalProperties is { Check: null, Proof: { } proof } ? proof : null;
        return record.Proof != ProofKind.TestAndReading || (members.Length == 0 && others is null && record.NamesProof is null)
            ? ""
            : $", proof: new({string.Join(", ", [Schema(record.NamesProof), Schema(others), .. members])})";
    }

    private static string Schema(SchemaReference? schema) => schema is null ? "null" : JsonClassEmitter.SchemaCode(schema);

    private static void EmitLoop(CodeWriter code, RecordModel record)
    {
        string others = Others(record.AdditionalProperties);
        code.Line($"{RuntimeNames.JsonMemberReader} members = new({Table});");
        code.Open("while (members.Next(ref s)) members.IsRead = members.Member switch");
        for (int i = 0; i < record.Properties.Count; i++)
        {
            code.Line($"{CSharpLiteral.Int(i)} => {Read(record.Properties[i], i)},");
        }

        code.Line($"_ => {others},");
        code.Close("};");
        code.Line("if (!members.IsComplete) return false;");
    }

    private static string Read(PropertyModel property, int number) =>
        property.Constant is { } constant ? ConstantCode.Read(constant)
        : IsNotNull(property) ? JsonCode.ReadMemberCall(property.Type, Local(number))
        : JsonCode.ReadCall(property.Type, Local(number));

    private static string Others(AdditionalPropertiesModel? additional) => additional switch
    {
        null => "s.TrySkip()",
        { Values: AnyTypeModel } => $"{RuntimeNames.ExtensionData}.TryRead(ref s, ref others)",
        _ => $"others.TryRead(ref s, {JsonCode.ReadDelegate(additional.Values)})",
    };

    private static void EmitResult(CodeWriter code, RecordModel record, string name)
    {
        List<string> members = [.. record.Properties
            .Select((p, i) => (p, i))
            .Where(x => x.p.Constant is null)
            .Select(x => $"{CSharpIdentifier.Escape(x.p.CSharpName)} = {Result(x.p, x.i)}")];
        if (record.AdditionalProperties is { } additional)
        {
            members.Add($"{CSharpIdentifier.Escape(additional.CSharpName)} = others{(additional.Values is AnyTypeModel ? "" : ".ToMap(ref s)")}");
        }

        code.Line($"v = new {name} {{ {string.Join(", ", members)} }};");
        code.Line("return true;");
    }

    private static string Result(PropertyModel property, int number) => property switch
    {
        { IsTriState: true } => $"members.Has({CSharpLiteral.Int(number)}) ? new({Local(number)}) : default",
        { IsRequired: true, Type.IsNullable: false } when !CSharpType.IsValueType(property.Type) => Local(number) + "!",
        _ => Local(number),
    };

    // A provider that sends null for a member that it means to leave out is understood.
    private static bool IsNotNull(PropertyModel property) => !property.IsRequired && !property.IsTriState;

    private static string Local(int number) => "r" + CSharpLiteral.Int(number);

    // An out argument of a reference type is null when the read fails, and a member that is absent is null.
    private static string LocalType(PropertyModel property) =>
        CSharpType.Of(property.Type) + (property.Type.IsNullable || (CSharpType.IsValueType(property.Type) && !IsNotNull(property)) ? "" : "?");

    private static string AdditionalLocalType(AdditionalPropertiesModel additional) =>
        additional.Values is AnyTypeModel ? RuntimeNames.ExtensionData + "?" : $"{RuntimeNames.JsonMapBuilder}<{CSharpType.Of(additional.Values)}>";
}
