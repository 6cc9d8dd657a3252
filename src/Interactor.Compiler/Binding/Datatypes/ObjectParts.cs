using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The properties of an object, wherever its schema takes them from.</summary>
/// <param name="Properties">In the order of the definition.</param>
/// <param name="Required">The names that must be there.</param>
/// <param name="AdditionalProperties">What the schema says of other members.</param>
internal sealed record ObjectParts(
    IReadOnlyList<ObjectProperty> Properties,
    IReadOnlyCollection<string> Required,
    SyntaxNode? AdditionalProperties);

internal sealed record ObjectProperty(string Name, SyntaxNode Schema, SchemaPlace Place);
