using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>A schema and where it stands.</summary>
internal sealed record SchemaSite(SyntaxNode Node, SchemaPlace Place);
