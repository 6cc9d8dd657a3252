using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes an open enum: known values as members, unknown ones kept.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumModel type, string codeNamespace)
    {
        CodeWriter code = SourceHeader.Begin(codeNamespace);
        string name = CSharpIdentifier.Escape(type.Name);
        EmitType(code, type, name);
        code.Line();
        EmitJson(code, type, name);
        return code.ToString();
    }

    private static void EmitType(CodeWriter code, EnumModel type, string name)
    {
        SourceHeader.Summary(code, type.Summary);
        SourceHeader.Obsolete(code, type.IsDeprecated);
        code.Line("/// <param name=\"Value\">The text on the wire; any text is allowed, so that values added later survive.</param>");
        code.Open($"public readonly record struct {name}(string Value)");
        foreach (EnumMemberModel member in type.Members)
        {
            SourceHeader.Summary(code, member.Value);
            code.Line($"public static {name} {CSharpIdentifier.Escape(member.CSharpName)} {{ get; }} = new({CSharpLiteral.String(member.Value)});");
            code.Line();
        }

        code.Line("/// <summary>Whether the definition names this value.</summary>");
        code.Line($"public bool IsKnown => Value is {string.Join(" or ", type.Members.Select(m => CSharpLiteral.String(m.Value)))};");
        code.Line();
        code.Line("/// <summary>The text on the wire.</summary>");
        code.Line("public override string ToString() => Value ?? \"\";");
        code.Close();
    }

    private static void EmitJson(CodeWriter code, EnumModel type, string name)
    {
        JsonClassEmitter.Open(code, type, new NamedTypeModel(type.Name, NamedTypeKind.Enum), "TryRead", "Write");
        code.Line();
        code.Line("/// <summary>Reads a value; a known one allocates nothing.</summary>");
        code.Open($"public static bool TryRead(ref global::System.Text.Json.Utf8JsonReader reader, out {name} value)");
        code.Lines(
            """
            value = default;
            if (reader.TokenType != global::System.Text.Json.JsonTokenType.String)
            {
                return false;
            }

            """);
        foreach (EnumMemberModel member in type.Members)
        {
            code.Lines(
                $$"""
                if (reader.ValueTextEquals({{CSharpLiteral.Utf8(member.Value)}}))
                {
                    value = {{name}}.{{CSharpIdentifier.Escape(member.CSharpName)}};
                    return true;
                }

                """);
        }

        code.Lines(
            $$"""
            if (!{{RuntimeNames.JsonRead}}.TryString(ref reader, out string? text))
            {
                return false;
            }

            value = new(text);
            return true;
            """);
        code.Close();
        code.Line();
        code.Line("/// <summary>Writes a value.</summary>");
        code.Line($"public static void Write(global::System.Text.Json.Utf8JsonWriter writer, {name} value) => {RuntimeNames.JsonEmit}.String(writer, value.Value);");
        code.Close();
    }
}
