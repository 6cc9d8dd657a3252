using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes an open enum: known values as members, unknown ones kept, because a provider may add values later.</summary>
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
        SourceHeader.Obsolete(code, type.IsDeprecated);
        JsonClassEmitter.Attribute(code, type);
        code.Open($"public readonly record struct {name}(string Value)");
        if (type.Members.Count > 0)
        {
            code.Line($"public static readonly {name} {string.Join(", ", type.Members.Select(Member))};");
        }

        code.Line($"public bool IsKnown => {JsonCode.JsonClass(type.Name)}.Known.Contains(Value);");
        code.Line("public override string ToString() => Value ?? \"\";");
        code.Close();
    }

    private static string Member(EnumMemberModel member) => $"{CSharpIdentifier.Escape(member.CSharpName)} = new({CSharpLiteral.String(member.Value)})";

    private static void EmitJson(CodeWriter code, EnumModel type, string name)
    {
        JsonClassEmitter.Open(code, type);
        code.Line($"internal static readonly {RuntimeNames.JsonKnownTexts} Known = new({string.Join(", ", type.Members.Select(m => CSharpLiteral.String(m.Value)))});");
        code.Line($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, out {name} v) => (v = new(Known.Read(ref s)!)).Value is not null;");
        code.Line($"public static void Write(jW w, {name} v) => {RuntimeNames.JsonEmit}.String(w, v.Value);");
        code.Close();
    }
}
