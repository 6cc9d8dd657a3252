using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes a C# enum of the integers that a schema knows; a cast keeps those that it does not.</summary>
internal static class IntegerEnumEmitter
{
    public static void Emit(CodeWriter code, IntegerEnumModel type)
    {
        string name = CSharpIdentifier.Escape(type.Name);
        bool isLong = type.Width == IntegerWidth.Int64;
        SourceHeader.Summary(code, type.Summary);
        SourceHeader.Obsolete(code, type.IsDeprecated);
        JsonClassEmitter.Attribute(code, type);
        code.Open($"public enum {name}{(isLong ? " : long" : "")}");
        foreach (IntegerEnumMemberModel member in type.Members)
        {
            SourceHeader.Summary(code, member.Summary);
            code.Line($"{CSharpIdentifier.Escape(member.CSharpName)} = {(isLong ? CSharpLiteral.Long(member.Value) : CSharpLiteral.Int((int)member.Value))},");
        }

        code.Close();
        code.Line();
        EmitJson(code, type, name, isLong);
    }

    private static void EmitJson(CodeWriter code, IntegerEnumModel type, string name, bool isLong)
    {
        (string width, string keyword) = isLong ? ("Int64", "long") : ("Int32", "int");
        JsonClassEmitter.Open(code, type);
        code.Line();
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, out {name} v)");
        code.Lines(
            $$"""
            bool isRead = {{RuntimeNames.JsonRead}}.Try{{width}}(ref s, out {{keyword}} number);
            v = ({{name}})number;
            if (!IsSurelyValid(v))
            {
                s.Doubt();
            }

            return isRead;
            """);
        code.Close();
        code.Line();
        code.Line($"public static bool IsSurelyValid({name} v) => s_::Enum.IsDefined(v);");
        code.Line();
        code.Line($"public static void Write(jW w, {name} v) => {RuntimeNames.JsonEmit}.{width}(w, ({keyword})v);");
        code.Close();
    }
}
