using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes an open enum: known values as members, unknown ones kept.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter code, EnumModel type)
    {
        string name = CSharpIdentifier.Escape(type.Name);
        EmitType(code, type, name);
        code.Line();
        EmitJson(code, type, name);
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
            // A name that is the text says it all.
            if (!string.Equals(member.CSharpName, member.Value, StringComparison.OrdinalIgnoreCase))
            {
                SourceHeader.Summary(code, member.Value);
            }

            code.Line($"public static {name} {CSharpIdentifier.Escape(member.CSharpName)} => new({CSharpLiteral.String(member.Value)});");
        }

        code.Line("/// <summary>Whether the definition names this value.</summary>");
        code.Line($"public bool IsKnown => {JsonCode.JsonClass(type.Name)}.Known.Contains(Value);");
        code.Line("public override string ToString() => Value ?? \"\";");
        code.Close();
    }

    private static void EmitJson(CodeWriter code, EnumModel type, string name)
    {
        JsonClassEmitter.Open(code, type, new NamedTypeModel(type.Name, NamedTypeKind.Enum), "TryRead", "Write");
        code.Line($"internal static readonly {RuntimeNames.JsonKnownTexts} Known = new({string.Join(", ", type.Members.Select(m => CSharpLiteral.String(m.Value)))});");
        code.Line($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, out {name} v) => (v = new(Known.Read(ref s)!)).Value is not null;");
        code.Line($"public static void Write(sJ::Utf8JsonWriter w, {name} v) => {RuntimeNames.JsonEmit}.String(w, v.Value);");
        code.Close();
    }
}
