using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes an abstract record that others of the definition extend, and its JSON class, which finds the right one by its tag.</summary>
internal static class BaseEmitter
{
    public static void Emit(CodeWriter code, BaseModel type)
    {
        string name = CSharpIdentifier.Escape(type.Name);
        SourceHeader.Summary(code, type.Summary);
        SourceHeader.Obsolete(code, type.IsDeprecated);
        JsonClassEmitter.Attribute(code, type);
        code.Open($"public abstract record {name}");
        code.Line($"private protected {name}()");
        code.Line("{");
        code.Line("}");
        for (int i = 0; i < type.Properties.Count; i++)
        {
            code.Line();
            RecordEmitter.EmitProperty(code, type.Properties[i], i);
        }

        code.Close();
        code.Line();
        EmitJson(code, type, name);
    }

    private static void EmitJson(CodeWriter code, BaseModel type, string name)
    {
        string[] records = [.. type.Derived.Select(d => d.Name), type.UnknownName];
        JsonClassEmitter.Open(code, type);
        code.Line();
        IEnumerable<string> tags = type.Derived.SelectMany((d, i) => d.Tags.Select(t => $"({CSharpLiteral.String(t)}, {CSharpLiteral.Int(i)})"));
        string arguments = string.Join(", ", [CSharpLiteral.String(type.Tag), CSharpLiteral.Int(type.Derived.Count), .. tags]);
        code.Line($"private static readonly {RuntimeNames.JsonTagChoice} Choice = new({arguments});");
        code.Line();
        code.Line("/// <summary>Reads a value as the record that its tag stands for.</summary>");
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, {JsonCode.MaybeNull} out {name} v)");
        code.Line("bool isRead;");
        code.Open("switch (Choice.Find(s))");
        for (int i = 0; i < records.Length; i++)
        {
            string local = "one" + records[i];
            code.Line($"case {CSharpLiteral.Int(i)}:");
            code.Line($"    isRead = {JsonCode.JsonClass(records[i])}.TryRead(ref s, out {CSharpIdentifier.Escape(records[i])}? {local});");
            code.Line($"    v = {local};");
            code.Line("    return isRead;");
        }

        code.Line("default:");
        code.Line("    v = null;");
        code.Line("    return false;");
        code.Close();
        code.Close();
        code.Line();
        code.Line("/// <summary>Writes a value as the record that it is.</summary>");
        code.Open($"public static void Write(jW w, {name} v)");
        code.Open("switch (v)");
        foreach (string record in records)
        {
            code.Line($"case {CSharpIdentifier.Escape(record)} one{record}:");
            code.Line($"    {JsonCode.JsonClass(record)}.Write(w, one{record});");
            code.Line("    break;");
        }

        JsonCode.RefuseNull(code);
        code.Close();
        code.Close();
        code.Close();
    }
}
