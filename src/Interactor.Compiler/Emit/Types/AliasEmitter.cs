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
        string check = alias.Proof switch
        {
            ProofKind.Test => $", {CheckEmitter.MethodOf(isAsRead: false)}",
            ProofKind.TestAndReading => $", {CheckEmitter.MethodOf(isAsRead: true)}, isProvenByReading: true",
            ProofKind.Reading => ", isProvenByReading: true",
            _ => "",
        };
        string contract = alias.Type is ListTypeModel { IsNullable: false } list
            ? $"{RuntimeNames.JsonContracts}.List<{CSharpType.Of(list.Items)}>({Arguments(list.Items)}"
            : $"new({Arguments(alias.Type)}";
        code.Line($"public static {RuntimeNames.JsonContract}<{CSharpType.Of(alias.Type)}> Contract {{ get; }} = {contract}, Schema{check});");
        if (alias.HasCheck)
        {
            CheckEmitter.Emit(code, alias, CSharpType.Of(alias.Type));
        }

        code.Close();
    }

    private static string Arguments(TypeModel type) => $"{JsonCode.ReadDelegate(type)}, {JsonCode.WriteDelegate(type)}";
}
