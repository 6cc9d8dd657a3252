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
        code.Line("/// <summary>Writes a value; members that are absent are left out.</summary>");
        code.Open($"public static void Write(global::System.Text.Json.Utf8JsonWriter writer, {CSharpIdentifier.Escape(record.Name)} value)");
        code.Line($"{RuntimeNames.JsonEmit}.BeginObject(writer, value);");
        foreach (PropertyModel property in record.Properties)
        {
            EmitWriteProperty(code, property);
        }

        if (record.AdditionalProperties is { } additional)
        {
            string target = "value." + CSharpIdentifier.Escape(additional.CSharpName);
            if (additional.Values is AnyTypeModel)
            {
                code.Line($"{target}?.WriteTo(writer);");
            }
            else
            {
                code.Open($"if ({target} is {{ }} others)");
                code.Open("foreach (var other in others)");
                code.Line("writer.WritePropertyName(other.Key);");
                code.Line(JsonCode.WriteCall(additional.Values, "writer", "other.Value") + ";");
                code.Close();
                code.Close();
            }
        }

        code.Line("writer.WriteEndObject();");
        code.Close();
    }

    private static void EmitWriteProperty(CodeWriter code, PropertyModel property)
    {
        string member = "value." + CSharpIdentifier.Escape(property.CSharpName);
        string name = $"writer.WritePropertyName({CSharpLiteral.Utf8(property.JsonName)});";
        if (property.IsRequired)
        {
            code.Line(name);
            code.Line(JsonCode.WriteCall(property.Type, "writer", member) + ";");
            return;
        }

        bool isTriState = property.IsTriState;
        code.Open(isTriState ? $"if ({member}.HasValue)" : $"if ({member} is {{ }} the{property.CSharpName})");
        code.Line(name);
        code.Line(JsonCode.WriteCall(property.Type, "writer", isTriState ? member + ".Value" : "the" + property.CSharpName) + ";");
        code.Close();
        code.Line();
    }
}
