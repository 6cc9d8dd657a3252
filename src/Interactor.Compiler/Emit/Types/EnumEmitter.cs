using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes an open enum: known values as members, unknown ones kept.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumModel type, CodeHome home)
    {
        CodeWriter code = SourceHeader.Begin(home);
        string name = CSharpIdentifier.Escape(type.Name);
        EmitType(code, type, name);
        code.Line();
        EmitJson(code, type, name);
        return code.ToString();
    }

    private static void EmitType(CodeWriter code, EnumModel type, string name)
    {
        SourceHeader.Summary(code, type.Summary);
        code.Line("/// <param name=\"Value\">The text on the wire; any text is allowed, so that values added later survive.</param>");
        SourceHeader.Obsolete(code, type.IsDeprecated);
        JsonClassEmitter.Attribute(code, type);
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
        code.Line($"private static readonly {RuntimeNames.JsonKnownTexts} Known = new({string.Join(", ", type.Members.Select(m => CSharpLiteral.String(m.Value)))});");
        code.Line();
        code.Line("/// <summary>Reads a value; a known one allocates nothing.</summary>");
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} scanner, out {name} value)");
        code.Lines(
            """
            bool isRead = Known.TryRead(ref scanner, out string? text);
            value = new(text!);
            return isRead;
            """);
        code.Close();
        code.Line();
        code.Line("/// <summary>Writes a value.</summary>");
        code.Line($"public static void Write(global::System.Text.Json.Utf8JsonWriter writer, {name} value) => {RuntimeNames.JsonEmit}.String(writer, value.Value);");
        code.Close();
    }
}
