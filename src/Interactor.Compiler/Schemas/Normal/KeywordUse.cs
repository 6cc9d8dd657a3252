using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>A keyword of a schema that is being rewritten, with a usable value.</summary>
/// <param name="Location">The schema.</param>
/// <param name="Schema">The schema's mapping.</param>
/// <param name="Writer">Writes the schemas inside the value.</param>
internal sealed record KeywordUse(SchemaKeyword Keyword, MappingEntry Entry, SchemaLocation Location, MappingNode Schema, SchemaWriter Writer)
{
    public SyntaxNode Value => Entry.Value;
}
