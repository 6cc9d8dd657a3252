namespace Interactor.Compiler.Emit;

/// <summary>Where generated types go, and what they come from.</summary>
/// <param name="Namespace">The C# namespace, its parts not yet escaped.</param>
/// <param name="Origin">What the head of a file calls the source: <c>a connector definition</c>.</param>
internal sealed record CodeHome(string Namespace, string Origin)
{
    public static CodeHome OfConnector(string codeNamespace) => new(codeNamespace, "a connector definition");

    public static CodeHome OfSchemas(string codeNamespace) => new(codeNamespace, "a JSON Schema");
}
