using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Interactor.Generators.Scripts;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;

namespace Interactor.Generators;

/// <summary>
/// Runs the compiler's stages for one connector. What they throw is a defect of theirs: it becomes one finding, so that
/// the project's other connectors still compile.
/// </summary>
internal static class GuardedCompiler
{
    /// <summary>Binds a connector.</summary>
    public static BoundSources Bind(ConnectorSources sources, CancellationToken cancellation) =>
        Bind(sources, static (s, c) => ConnectorBinder.Bind(s, c), cancellation);

    /// <summary>Writes the C# of a connector.</summary>
    public static EmittedConnector Emit(ConnectorModel model, CancellationToken cancellation) =>
        Emit(model.Id, model, static (m, c) => ConnectorEmitter.Emit(m, c), cancellation);

    /// <summary>What is wrong with the scripts in C# of a connector that is right otherwise.</summary>
    public static EquatableArray<Diagnostic> CheckScripts(BoundSources connector, CancellationToken cancellation) =>
        connector.Bound.Model is { } model ? CSharpScriptCheck.Of(model, connector.Sources, cancellation) : [];

    internal static BoundSources Bind(
        ConnectorSources sources,
        Func<ConnectorSources, CancellationToken, BoundConnector> binder,
        CancellationToken cancellation)
    {
        try
        {
            return new BoundSources(sources, binder(sources, cancellation));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            string folder = Path.GetFileName(sources.Folder);
            return new BoundSources(sources, new BoundConnector(null, [], Failed(folder, SettingsOf(sources).Locate(default), failure)));
        }
    }

    /// <summary>Runs an emitter.</summary>
    /// <param name="name">What messages call the model.</param>
    internal static EmittedConnector Emit<T>(
        string name,
        T model,
        Func<T, CancellationToken, EquatableArray<GeneratedFile>> emitter,
        CancellationToken cancellation)
    {
        try
        {
            return new EmittedConnector(Unique(emitter(model, cancellation)), []);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A model knows no places.
            Location nowhere = new("", default, default, default);
            return new EmittedConnector([], Failed(name, nowhere, failure));
        }
    }

    /// <summary>The file that makes the connector's folder one.</summary>
    public static SourceFile SettingsOf(ConnectorSources sources) => sources.Files.First(f => DefinitionFiles.IsSettings(f.Path));

    // Roslyn compares hint names without case and takes the generator down over two that are the same.
    private static EquatableArray<GeneratedFile> Unique(EquatableArray<GeneratedFile> files)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (GeneratedFile file in files)
        {
            if (!names.Add(file.HintName))
            {
                throw new InvalidOperationException($"Two generated files have the name {file.HintName}.");
            }
        }

        return files;
    }

    internal static EquatableArray<Diagnostic> Failed(string connector, Location place, Exception failure)
    {
        DiagnosticBag diagnostics = new();
        string frame = failure.StackTrace?.Split('\n')[0].Trim() ?? "";
        diagnostics.Report(GeneratorDiagnostics.CompilerFailed, place, connector, $"{failure.GetType().Name}: {failure.Message} {frame}");
        return diagnostics.ToSorted();
    }
}
