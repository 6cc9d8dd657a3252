namespace Interactor.Compiler.Model;

/// <summary>How one XML body is written or read.</summary>
/// <param name="ClassName">The class that holds the shape.</param>
/// <param name="Name">Its name there.</param>
public sealed record XmlShapeModel(string ClassName, string Name);
