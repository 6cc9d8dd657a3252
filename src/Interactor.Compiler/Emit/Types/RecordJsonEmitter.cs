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
        EmitVisit(code, record);
        if (record.HasCheck)
        {
            CheckEmitter.Emit(code, record, CSharpIdentifier.Escape(record.Name));
        }

        code.Close();
    }

    private static void EmitVisit(CodeWriter code, RecordModel record)
    {
        code.Open($"public static void Visit(ref {RuntimeNames.JsonMemberWriter} m, {CSharpIdentifier.Escape(record.Name)} v)");
        foreach (PropertyModel property in record.Properties)
        {
            code.Line(JsonCode.MemberCall(property, "m", "v." + CSharpIdentifier.Escape(property.CSharpName)) + ";");
        }

        string others = record.AdditionalProperties is not { } additional ? ""
            : "v." + CSharpIdentifier.Escape(additional.CSharpName) + (additional.Values is AnyTypeModel ? "" : ", " + JsonCode.WriteDelegate(additional.Values));
        code.Line($"m.End({others});");
        code.Close();
    }
}
