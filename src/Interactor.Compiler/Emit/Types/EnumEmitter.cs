using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes an open enum: known values as members, unknown ones kept, because a provider may add values later.</summary>
internal static class EnumEmitter
{
    /// <summary>The known texts, as the runtime understands them: behind each a comma.</summary>
    public static string TextsOf(EnumModel type) => string.Concat(type.Members.Select(m => m.Value.Replace("\\", "\\\\").Replace(",", "\\,") + ","));

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
        code.Open($"public readonly record struct {name}(string Value) : {RuntimeNames.IJsonText}");
        if (type.Members.Count > 0)
        {
            code.Line($"public static readonly {name} {string.Join(", ", type.Members.Select(Member))};");
        }

        code.Line($"public bool IsKnown => {JsonCode.JsonClass(type.Name)}.IsKnown(Value);");
        code.Line("public override string ToString() => Value ?? \"\";");
        code.Close();
    }

    private static string Member(EnumMemberModel member) => $"{CSharpIdentifier.Escape(member.CSharpName)} = new({CSharpLiteral.String(member.Value)})";

    private static void EmitJson(CodeWriter code, EnumModel type, string name)
    {
        JsonClassEmitter.Open(code, type);
        code.Line($"public static {name} Of(string value) => new(value);");
        code.Close();
    }
}
