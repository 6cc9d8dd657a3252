using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of a record: one pass reads it, one writes it.</summary>
internal static class RecordJsonEmitter
{
    private const string TokenType = "global::System.Text.Json.JsonTokenType";

    public static void Emit(CodeWriter code, RecordModel record)
    {
        JsonClassEmitter.Open(code, record, new NamedTypeModel(record.Name, NamedTypeKind.Record), "TryRead", "Write");
        code.Line();
        EmitRead(code, record);
        code.Line();
        EmitWrite(code, record);
        if (record.HasCheck)
        {
            code.Line();
            CheckEmitter.Emit(code, record);
        }

        code.Close();
    }

    private static void EmitRead(CodeWriter code, RecordModel record)
    {
        string name = CSharpIdentifier.Escape(record.Name);
        code.Line("/// <summary>Reads a value that starts at the reader's token; false when it is not of the type.</summary>");
        code.Open($"public static bool TryRead(ref global::System.Text.Json.Utf8JsonReader reader, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {name} value)");
        code.Lines(
            $$"""
            value = null;
            if (reader.TokenType != {{TokenType}}.StartObject)
            {
                return false;
            }

            """);
        foreach (PropertyModel property in record.Properties)
        {
            code.Line($"{LocalType(property)} {Local(property)} = default;");
            if (NeedsFlag(property))
            {
                code.Line($"bool has{property.CSharpName} = false;");
            }
        }

        if (record.AdditionalProperties is { } additional)
        {
            code.Line($"{AdditionalLocalType(additional)} additionalMembers = null;");
        }

        code.Open($"while (reader.Read() && reader.TokenType == {TokenType}.PropertyName)");
        foreach (PropertyModel property in record.Properties)
        {
            EmitProperty(code, property);
        }

        EmitOthers(code, record.AdditionalProperties);
        code.Close();
        EmitResult(code, record, name);
        code.Close();
    }

    private static void EmitProperty(CodeWriter code, PropertyModel property)
    {
        string target = "read" + property.CSharpName;
        code.Open($"if (reader.ValueTextEquals({CSharpLiteral.Utf8(property.JsonName)}))");
        code.Line("reader.Read();");
        if (!property.IsRequired && !property.IsTriState)
        {
            // A provider that sends null for a member it means to leave out is understood.
            code.Lines(
                $$"""
                if (reader.TokenType == {{TokenType}}.Null)
                {
                    continue;
                }

                """);
        }

        code.Lines(
            $$"""
            if (!{{JsonCode.ReadCall(property.Type, $"{CSharpType.Of(property.Type)}{NullMark(property.Type)} one")}})
            {
                return false;
            }

            {{target}} = {{(property.IsTriState ? "new(one)" : "one")}};
            """);
        if (NeedsFlag(property))
        {
            code.Line($"has{property.CSharpName} = true;");
        }

        code.Line("continue;");
        code.Close();
        code.Line();
    }

    private static void EmitOthers(CodeWriter code, AdditionalPropertiesModel? additional)
    {
        switch (additional)
        {
            case null:
                code.Line("reader.Skip();");
                break;
            case { Values: AnyTypeModel }:
                code.Line($"{RuntimeNames.ExtensionData}.Read(ref reader, ref additionalMembers);");
                break;
            default:
                code.Lines(
                    $$"""
                    if (!{{RuntimeNames.JsonRead}}.TryName(ref reader, out string? otherName))
                    {
                        return false;
                    }

                    reader.Read();
                    if (!{{JsonCode.ReadCall(additional.Values, $"{CSharpType.Of(additional.Values)}{NullMark(additional.Values)} other")}})
                    {
                        return false;
                    }

                    (additionalMembers ??= new(global::System.StringComparer.Ordinal))[otherName] = other;
                    """);
                break;
        }
    }

    private static void EmitResult(CodeWriter code, RecordModel record, string name)
    {
        string[] missing = [.. record.Properties.Where(p => p.IsRequired).Select(p => NeedsFlag(p) ? $"!has{p.CSharpName}" : $"{Local(p)} is null")];
        code.Line();
        if (missing.Length > 0)
        {
            code.Lines(
                $$"""
                if ({{string.Join(" || ", missing)}})
                {
                    return false;
                }

                """);
        }

        code.Open($"value = new {name}");
        foreach (PropertyModel property in record.Properties)
        {
            string suffix = property.IsRequired && !NeedsFlag(property) && CSharpType.IsValueType(property.Type) ? ".Value" : "";
            code.Line($"{CSharpIdentifier.Escape(property.CSharpName)} = {Local(property)}{suffix},");
        }

        if (record.AdditionalProperties is { } additional)
        {
            code.Line($"{CSharpIdentifier.Escape(additional.CSharpName)} = additionalMembers,");
        }

        code.Close("};");
        code.Line("return true;");
    }

    private static void EmitWrite(CodeWriter code, RecordModel record)
    {
        code.Line("/// <summary>Writes a value; members that are absent are left out.</summary>");
        code.Open($"public static void Write(global::System.Text.Json.Utf8JsonWriter writer, {CSharpIdentifier.Escape(record.Name)} value)");
        code.Line("writer.WriteStartObject();");
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

    // Whether a required member was there cannot be told from its value when null is one.
    private static bool NeedsFlag(PropertyModel property) => property.IsRequired && property.Type.IsNullable;

    private static string Local(PropertyModel property) => "read" + property.CSharpName;

    private static string LocalType(PropertyModel property) => property switch
    {
        { IsTriState: true } => RecordEmitter.PropertyType(property),
        { Type: AnyTypeModel } => CSharpType.Of(property.Type) + "?",
        _ => CSharpType.Of(property.Type.AsNullable()),
    };

    private static string AdditionalLocalType(AdditionalPropertiesModel additional) =>
        additional.Values is AnyTypeModel
            ? RuntimeNames.ExtensionData + "?"
            : $"global::System.Collections.Generic.Dictionary<string, {CSharpType.Of(additional.Values)}>?";

    // An out argument of a reference type is null when the read fails.
    private static string NullMark(TypeModel type) => type.IsNullable || CSharpType.IsValueType(type) ? "" : "?";
}
