using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A script as expressions call it.</summary>
/// <param name="Name">The name behind <c>scripts.</c></param>
/// <param name="Reference">Where the generated code has it.</param>
/// <param name="Input">The type of its argument; null for a script that takes none.</param>
/// <param name="OutputContract">What it gives.</param>
public sealed record ScriptSignature(string Name, ScriptReference Reference, TypeModel? Input, ContractModel OutputContract)
{
    /// <summary>The type of its result.</summary>
    public TypeModel Output => OutputContract.Type;
}
