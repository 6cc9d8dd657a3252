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
        code.Line($"private static readonly {RuntimeNames.JsonMemberTable} {Table} = {MemberTableCode.New(record, record.Properties)};");
        code.Line();
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, {JsonCode.MaybeNull} out {CSharpIdentifier.Escape(record.Name)} v)");
        JsonClassEmitter.Prove(code, record);
        EmitLocals(code, record);
        if (TypedOthers(record) is { } others)
        {
            code.Line($"{RuntimeNames.JsonMapBuilder}<{CSharpType.Of(others.Values)}> others = default;");
        }

        EmitLoop(code, record);
        EmitResult(code, record);
        code.Close();
    }

    // What a definition does not name and has a type is read here; the rest is the runtime's.
    private static AdditionalPropertiesModel? TypedOthers(RecordModel record) => record.AdditionalProperties is { Values: not AnyTypeModel } typed ? typed : null;

    // One line a type: a record has many members and few types.
    private static void EmitLocals(CodeWriter code, RecordModel record)
    {
        foreach (var locals in record.Properties.Select((p, i) => (p, i)).Where(x => x.p.Constant is null).GroupBy(x => LocalType(x.p), x => x.i, StringComparer.Ordinal))
        {
            code.Line($"{locals.Key} {string.Join(", ", locals.Select(i => Local(i) + " = default"))};");
        }
    }

    private static void EmitLoop(CodeWriter code, RecordModel record)
    {
        List<string> reads = [.. record.Properties.Select(Read)];
        if (TypedOthers(record) is { } others)
        {
            reads.Add($"others.TryRead(ref s, {JsonCode.ReadDelegate(others.Values)})");
        }

        code.Line($"{RuntimeNames.JsonMemberReader} m = new({Table});");
        if (reads.Count == 0)
        {
            code.Line("m.Next(ref s);");
            return;
        }

        code.Open("while (m.Next(ref s)) m.IsRead = m.Member switch");
        for (int i = 0; i < reads.Count; i++)
        {
            code.Line($"{(i == reads.Count - 1 ? "_" : CSharpLiteral.Int(i))} => {reads[i]},");
        }

        code.Close("};");
    }

    private static string Read(PropertyModel property, int number) =>
        property.Constant is { } constant ? ConstantCode.Read(constant)
        : MemberTableCode.IsNotNull(property) ? JsonCode.ReadMemberCall(property.Type, Local(number))
        : JsonCode.ReadCall(property.Type, Local(number));

    private static void EmitResult(CodeWriter code, RecordModel record)
    {
        List<string> members = [.. record.Properties
            .Select((p, i) => (p, i))
            .Where(x => x.p.Constant is null)
            .Select(x => $"{CSharpIdentifier.Escape(x.p.CSharpName)} = {Result(x.p, x.i)}")];
        if (record.AdditionalProperties is { } additional)
        {
            members.Add($"{CSharpIdentifier.Escape(additional.CSharpName)} = {(additional.Values is AnyTypeModel ? "m.Others" : "others.ToMap(ref s)")}");
        }

        string initializer = members.Count == 0 ? "()" : $" {{ {string.Join(", ", members)} }}";
        code.Line($"return (v = m.IsComplete ? new{(members.Count == 0 ? "" : "()")}{initializer} : null) is not null;");
    }

    private static string Result(PropertyModel property, int number) => property switch
    {
        { IsTriState: true } => $"m.Has({CSharpLiteral.Int(number)}) ? new({Local(number)}) : default",
        { IsRequired: true, Type.IsNullable: false } when !CSharpType.IsValueType(property.Type) => Local(number) + "!",
        _ => Local(number),
    };

    private static string Local(int number) => "r" + CSharpLiteral.Int(number);

    // An out argument of a reference type is null when the read fails, and a member that is absent is null.
    private static string LocalType(PropertyModel property) =>
        CSharpType.Of(property.Type) + (property.Type.IsNullable || (CSharpType.IsValueType(property.Type) && !MemberTableCode.IsNotNull(property)) ? "" : "?");
}
