using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of a named schema whose values have a C# type already.</summary>
internal static class AliasEmitter
{
    public static void Emit(CodeWriter code, AliasModel alias)
    {
        code.Open($"public static class {JsonCode.JsonClass(alias.Name)}");
        JsonClassEmitter.EmitSchema(code, alias);
        TestEmitter tests = new();
        string test = alias.Check is not null && tests.Of(alias.Check, alias.Type, "v") is { } one ? $", static v => {one}" : "";
        string proof = alias.Check is null || (test.Length > 0 && IsWhole(alias.Check)) ? test : test + ", isProvenByReading: true";
        string contract = alias.Type is ListTypeModel { IsNullable: false } list
            ? $"{RuntimeNames.JsonContracts}.List<{CSharpType.Of(list.Items)}>({Arguments(list.Items)}"
            : $"new({Arguments(alias.Type)}";
        tests.EmitRules(code);
        code.Line($"public static {RuntimeNames.JsonContract}<{CSharpType.Of(alias.Type)}> Contract {{ get; }} = {contract}, Schema{proof});");
        code.Close();
    }

    // Whether the test holds of any value, and not only of one whose parts were tested as they were read.
    private static bool IsWhole(CheckModel check) => check is TextCheck or IntegerCheck;

    private static string Arguments(TypeModel type) => $"{JsonCode.ReadDelegate(type)}, {JsonCode.WriteDelegate(type)}";
}
