using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of a union: a reader that finds the case first, and a writer.</summary>
internal static class UnionJsonEmitter
{
    public static void Emit(CodeWriter code, UnionModel union)
    {
        string name = CSharpIdentifier.Escape(union.Name);
        IReadOnlyList<UnionCaseModel> cases = UnionEmitter.CasesOf(union);
        JsonClassEmitter.Open(code, union);
        code.Line();
        TestEmitter tests = new();
        EmitRead(code, union, cases, name, tests);
        code.Line();
        code.Open($"public static void Write(jW w, {name} v)");
        code.Open("switch (v)");
        foreach (UnionCaseModel unionCase in cases)
        {
            code.Line($"case {CaseType(name, unionCase)} {Local(unionCase)}:");
            code.Line($"    {JsonCode.WriteCall(unionCase.Type, "w", Local(unionCase) + ".Value")};");
            code.Line("    break;");
        }

        JsonCode.RefuseNull(code);
        code.Close();
        code.Close();
        tests.EmitRules(code);
        if (UnionEmitter.ListCaseOf(union) is { Type: ListTypeModel items } list)
        {
            code.Line();
            code.Line("/// <summary>Makes the list case of a collection expression.</summary>");
            code.Line($"public static {name} FromItems(s_::ReadOnlySpan<{CSharpType.Of(items.Items)}> items) => new {CaseType(name, list)}(items.ToArray());");
        }

        code.Close();
    }

    private static void EmitRead(CodeWriter code, UnionModel union, IReadOnlyList<UnionCaseModel> cases, string name, TestEmitter tests)
    {
        UnionChoiceCode choice = new(union.Cases.Count);
        string caseOf = choice.Emit(union.Choice);
        foreach (string field in choice.Fields)
        {
            code.Line(field);
        }

        if (choice.Fields.Count > 0)
        {
            code.Line();
        }

        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, {JsonCode.MaybeNull} out {name} v)");
        code.Line("v = null;");
        JsonClassEmitter.Prove(code, union);
        code.Open("switch (CaseOf(s))");
        for (int i = 0; i < cases.Count; i++)
        {
            UnionCaseModel unionCase = cases[i];
            string mark = CSharpType.IsValueType(unionCase.Type) ? "" : "?";
            code.Line($"case {CSharpLiteral.Int(i)}:");
            code.Lines(
                $$"""
                    if (!{{JsonCode.ReadCall(unionCase.Type, $"{CSharpType.Of(unionCase.Type)}{mark} {Local(unionCase)}")}})
                    {
                        return false;
                    }

                """);
            TestEmitter.EmitDoubt(code, i < union.Cases.Count ? tests.Of(unionCase, Local(unionCase)) : "false");
            code.Lines(
                $$"""
                    v = new {{CaseType(name, unionCase)}}({{Local(unionCase)}});
                    return true;
                """);
        }

        code.Line("default:");
        code.Line("    return false;");
        code.Close();
        code.Close();
        code.Line();
        code.Line($"private static int CaseOf({RuntimeNames.JsonScanner} s) => {caseOf};");
    }

    private static string CaseType(string name, UnionCaseModel unionCase) => $"{name}.{CSharpIdentifier.Escape(unionCase.CSharpName)}";

    private static string Local(UnionCaseModel unionCase) => "one" + unionCase.CSharpName;
}
