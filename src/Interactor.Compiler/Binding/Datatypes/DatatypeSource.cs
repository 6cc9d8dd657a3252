using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>A schema in normal form that a type may be made of.</summary>
/// <param name="Key">The name that references have.</param>
/// <param name="IsWanted">It gets a type in any case; otherwise where another type needs it.</param>
/// <param name="Home">The key of the datatype whose class holds the text; null where it has its own.</param>
internal sealed record DatatypeSource(string Key, SyntaxNode Node, bool IsWanted = true, string? Home = null);
