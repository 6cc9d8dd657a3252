using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the reader of a record: the table of its members, and one pass over the object with an arm for each way to read a member.</summary>
internal static class RecordReaderEmitter
{
    public static void Emit(CodeWriter code, RecordModel record)
    {
        // What a definition does not name and has a type is read here; the rest is the runtime's.
        AdditionalPropertiesModel? others = record.AdditionalProperties is { Values: not AnyTypeModel } typed ? typed : null;
        ReaderLocals locals = new(record, canShareArm: others is null);
        MemberTableCode.Emit(code, record, record.Properties);
        code.Line();
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, {JsonCode.MaybeNull} out {CSharpIdentifier.Escape(record.Name)} v)");
        JsonClassEmitter.Prove(code, record);
        locals.Emit(code);
        if (others is not null)
        {
            code.Line($"{RuntimeNames.JsonMapBuilder}<{CSharpType.Of(others.Values)}> others = default;");
        }

        EmitLoop(code, record, others, locals);
        EmitResult(code, record, locals);
        code.Close();
    }

    /// <summary>The call that reads a member.</summary>
    /// <param name="target">The variable, as code.</param>
    public static string Read(PropertyModel property, string target) =>
        property.Constant is { } constant ? ConstantCode.Read(constant)
        : MemberTableCode.IsNotNull(property) ? JsonCode.ReadMemberCall(property.Type, target)
        : JsonCode.ReadCall(property.Type, target);

    private static void EmitLoop(CodeWriter code, RecordModel record, AdditionalPropertiesModel? others, ReaderLocals locals)
    {
        List<(string Number, string Read)> arms = [.. record.Properties
            .Select((p, i) => (Property: p, Number: i))
            .Where(x => !locals.IsShared(x.Number))
            .Select(x => (CSharpLiteral.Int(x.Number), Read(x.Property, locals.Of(x.Number))))];
        if (locals.Shared is { } shared)
        {
            arms.Add(("_", Read(shared, ReaderLocals.SlotOfMember)));
        }
        else if (others is not null)
        {
            arms.Add(("_", $"others.TryRead(ref s, {JsonCode.ReadDelegate(others.Values)})"));
        }

        code.Line($"{RuntimeNames.JsonMemberReader} m = new(Table);");
        if (arms.Count == 0)
        {
            code.Line("m.Next(ref s);");
        }
        else if (arms.Count == 1)
        {
            code.Line($"while (m.Next(ref s)) m.IsRead = {arms[0].Read};");
        }
        else
        {
            code.Open("while (m.Next(ref s)) m.IsRead = m.Member switch");
            for (int i = 0; i < arms.Count; i++)
            {
                code.Line($"{(i == arms.Count - 1 ? "_" : arms[i].Number)} => {arms[i].Read},");
            }

            code.Close("};");
        }
    }

    private static void EmitResult(CodeWriter code, RecordModel record, ReaderLocals locals)
    {
        List<string> members = [.. record.Properties
            .Select((p, i) => (p, i))
            .Where(x => x.p.Constant is null)
            .Select(x => $"{CSharpIdentifier.Escape(x.p.CSharpName)} = {Result(x.p, x.i, locals)}")];
        if (record.AdditionalProperties is { } additional)
        {
            members.Add($"{CSharpIdentifier.Escape(additional.CSharpName)} = {(additional.Values is AnyTypeModel ? "m.Others" : "others.ToMap(ref s)")}");
        }

        string value = members.Count == 0 ? "new()" : $"new() {{ {string.Join(", ", members)} }}";
        code.Line($"return (v = m.IsComplete ? {value} : null) is not null;");
    }

    private static string Result(PropertyModel property, int number, ReaderLocals locals) => property switch
    {
        { IsTriState: true } => $"m.Has({CSharpLiteral.Int(number)}) ? new({locals.Of(number)}) : default",
        { IsRequired: true, Type.IsNullable: false } when !CSharpType.IsValueType(property.Type) => locals.Of(number) + "!",
        _ => locals.Of(number),
    };
}
