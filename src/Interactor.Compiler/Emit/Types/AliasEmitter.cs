using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of a named schema whose values have a C# type already.</summary>
internal static class AliasEmitter
{
    public static void Emit(CodeWriter code, AliasModel alias)
    {
        JsonClassEmitter.Open(code, alias, alias.Type, JsonCode.ReadDelegate(alias.Type), JsonCode.WriteDelegate(alias.Type));
        if (alias.HasCheck)
        {
            code.Line();
            CheckEmitter.Emit(code, alias, CSharpType.Of(alias.Type));
        }

        code.Close();
    }
}
