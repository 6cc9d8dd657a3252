namespace Interactor.Compiler.Model;

/// <summary>How the XML bodies of a connector are written and read.</summary>
/// <param name="ClassName">The C# name of the class that holds them.</param>
/// <param name="Json">Excerpts of schemas by name.</param>
public sealed record XmlShapesModel(string ClassName, string Json);
