using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Harness;

/// <summary>The definition of a connector as tests hand it to the compiler.</summary>
internal static class Definition
{
    /// <summary>A connector in one file.</summary>
    public static ConnectorSources Of(string yaml) => Of(("connector.yaml", yaml));

    public static ConnectorSources Of(params IEnumerable<(string Path, string Text)> files) =>
        new("", files.Select(f => new SourceFile(f.Path, f.Text)).ToEquatableArray()) { AllowsCSharpScripts = true };

    /// <summary>The definition files and the scripts below a folder of the repository, with paths relative to it.</summary>
    public static ConnectorSources OfFolder(string folder) => Of(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Full: path))
            .Where(f => DefinitionFiles.IsDefinition(f.Path) || f.Path.StartsWith("scripts/", StringComparison.Ordinal))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => (f.Path, File.ReadAllText(f.Full))));

    /// <summary>Compiles a definition that must be right.</summary>
    public static CompiledConnector Compile(ConnectorSources sources)
    {
        CompiledConnector compiled = ConnectorCompiler.Compile(sources);
        IEnumerable<Diagnostic> errors = compiled.Bound.Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        Assert.True(compiled.Bound.Model is not null, string.Join('\n', errors.Take(10)));
        return compiled;
    }
}
