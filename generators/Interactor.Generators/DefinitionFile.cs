using Interactor.Compiler.Text;

namespace Interactor.Generators;

/// <summary>A definition file with its text.</summary>
/// <param name="Namespace">The namespace that the project gives the connector.</param>
/// <param name="AllowsCSharpScripts">Whether the project takes scripts in C#.</param>
internal sealed record DefinitionFile(SourceFile Source, string? Namespace, bool AllowsCSharpScripts)
{
    /// <summary>Reads the file; null where it cannot be read, which the C# compiler reports itself.</summary>
    public static DefinitionFile? Read(ConnectorItem item, CancellationToken cancellation) =>
        AdditionalSource.Read(item.Text, cancellation) is { } source ? new DefinitionFile(source, item.Namespace, item.AllowsCSharpScripts) : null;
}
