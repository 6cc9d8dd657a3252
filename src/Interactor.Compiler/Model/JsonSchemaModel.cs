namespace Interactor.Compiler.Model;

/// <summary>Schemas that stand on their own: the types that they give.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name of the first root's type, whose class holds the text of its whole document.</param>
/// <param name="Datatypes">By name.</param>
public sealed record JsonSchemaModel(string Namespace, string Name, EquatableArray<DatatypeModel> Datatypes);
