using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Binding;

/// <summary>The files of one connector's folder.</summary>
/// <param name="Folder">The folder's path, which messages start with.</param>
/// <param name="Files">Every file below it, with paths as messages show them.</param>
/// <param name="Namespace">The C# namespace for the generated code; null derives it from owner and id.</param>
public sealed record ConnectorSources(string Folder, EquatableArray<SourceFile> Files, string? Namespace = null)
{
    /// <summary>
    /// Whether scripts in C# may become a part of the compiled connector. They run with all that the process may do, so a host says yes only for files
    /// that its own people vouch for.
    /// </summary>
    public bool AllowsCSharpScripts { get; init; }
}
