using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of a record: its reader, its writer, its test.</summary>
internal static class RecordJsonEmitter
{
    public static void Emit(CodeWriter code, RecordModel record)
    {
        JsonClassEmitter.Open(code, record);
        code.Line();
        RecordReaderEmitter.Emit(code, record);
        code.Line();
        EmitWrite(code, record);
        if (record.HasCheck)
        {
            code.Line();
            CheckEmitter.Emit(code, record, CSharpIdentifier.Escape(record.Name));
        }

        code.Close();
    }

    private static void EmitWrite(CodeWriter code, RecordModel record)
    {
        code.Open($"public static void Write(jW w, {CSharpIdentifier.Escape(record.Name)} v)");
        code.Line($"{RuntimeNames.JsonMemberWriter} m = new(w, Members, v);");
        foreach (PropertyModel property in record.Properties)
        {
            code.Line(JsonCode.MemberCall(property.Type, property.IsTriState, "m", "v." + CSharpIdentifier.Escape(property.CSharpName)) + ";");
        }

        string others = record.AdditionalProperties is not { } additional ? ""
            : "v." + CSharpIdentifier.Escape(additional.CSharpName) + (additional.Values is AnyTypeModel ? "" : ", " + JsonCode.WriteDelegate(additional.Values));
        code.Line($"m.End({others});");
        code.Close();
    }
}
