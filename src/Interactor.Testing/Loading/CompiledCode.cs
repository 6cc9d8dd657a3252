using Interactor.Compiler.Diagnostics;

namespace Interactor.Testing.Loading;

/// <summary>What compiling the C# of a connector gave.</summary>
/// <param name="Assembly">The assembly; null where a script does not compile.</param>
/// <param name="Symbols">The portable PDB, which says where a script threw an error.</param>
/// <param name="Diagnostics">What is wrong with scripts.</param>
internal sealed record CompiledCode(MemoryStream? Assembly, MemoryStream? Symbols, IReadOnlyList<Diagnostic> Diagnostics);
