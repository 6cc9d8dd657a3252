using Interactor.Compiler.Text;

namespace Interactor.Compiler.Binding.Scripts;

/// <summary>A file in <c>scripts/</c>.</summary>
/// <param name="Path">The path in the connector's folder.</param>
/// <param name="Source">The file.</param>
internal sealed record ScriptFile(string Path, SourceFile Source)
{
    public bool IsJavaScript => Path.EndsWith(".js", StringComparison.Ordinal);
}
