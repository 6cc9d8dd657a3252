using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>One of the things that a schema says about the shape of a value. All parts of a schema apply to the value together.</summary>
/// <param name="Schema">The schema that says it.</param>
/// <param name="Place">Where that stands.</param>
internal abstract record ShapePart(MappingNode Schema, SchemaPlace Place);

/// <summary>Its own keywords: <c>type</c>, <c>properties</c>, <c>items</c>, <c>enum</c> and their like.</summary>
internal sealed record OwnPart(MappingNode Schema, SchemaPlace Place) : ShapePart(Schema, Place);

/// <summary><c>$ref</c>.</summary>
internal sealed record ReferencePart(MappingNode Schema, SchemaPlace Place, ScalarNode Reference) : ShapePart(Schema, Place);

/// <summary><c>oneOf</c> or <c>anyOf</c> with branches that have a shape.</summary>
/// <param name="Keyword">Which of the two.</param>
internal sealed record UnionPart(MappingNode Schema, SchemaPlace Place, string Keyword, IReadOnlyList<SchemaSite> Branches) : ShapePart(Schema, Place);
