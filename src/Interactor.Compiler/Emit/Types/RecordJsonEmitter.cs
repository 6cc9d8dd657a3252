using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of a record: its reader, its writer, its test.</summary>
internal static class RecordJsonEmitter
{
    public static void Emit(CodeWriter code, RecordModel record)
    {
        JsonClassEmitter.Open(code, record, new NamedTypeModel(record.Name, NamedTypeKind.Record), "TryRead", "Write");
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
        code.Open($"public static void Write(sJ::Utf8JsonWriter w, {CSharpIdentifier.Escape(record.Name)} v)");
        code.Line($"{RuntimeNames.JsonEmit}.BeginObject(w, v);");
        foreach (PropertyModel property in record.Properties)
        {
            string member = "v." + CSharpIdentifier.Escape(property.CSharpName);
            code.Line(JsonCode.MemberCall(property.Type, property.IsRequired, property.IsTriState, CSharpLiteral.Utf8(property.JsonName), member) + ";");
        }

        if (record.AdditionalProperties is { } additional)
        {
            string target = "v." + CSharpIdentifier.Escape(additional.CSharpName);
            if (additional.Values is AnyTypeModel)
            {
                code.Line($"{target}?.WriteTo(w);");
            }
            else
            {
                code.Open($"if ({target} is {{ }} others)");
                code.Open("foreach (var other in others)");
                code.Line("w.WritePropertyName(other.Key);");
                code.Line(JsonCode.WriteCall(additional.Values, "w", "other.Value") + ";");
                code.Close();
                code.Close();
            }
        }

        code.Line("w.WriteEndObject();");
        code.Close();
    }
}
