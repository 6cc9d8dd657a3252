namespace Interactor.Compiler.Model;

/// <summary>A schema that stands on its own: the types that it gives.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name of the root's type, whose class holds the text of the whole schema.</param>
/// <param name="Datatypes">By name.</param>
public sealed record JsonSchemaModel(string Namespace, string Name, EquatableArray<DatatypeModel> Datatypes);
