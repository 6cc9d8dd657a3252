using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Testing.Loading;

namespace Interactor.Testing.Examples;

/// <summary>Finds the tests that stand in definitions.</summary>
public static class ConnectorExamples
{
    /// <summary>The tests of every connector at or below a path, in the order of files and places. Nothing is compiled before the first of them runs.</summary>
    /// <param name="path">A connector's folder, its <c>connector.yaml</c>, or a folder that holds connectors.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>A definition with errors gives one test, which fails with them.</returns>
    /// <exception cref="DefinitionFolderException">The path leads to no connector.</exception>
    public static IReadOnlyList<ConnectorExample> Discover(string path, CancellationToken cancellation = default) =>
        [.. DefinitionFolder.Read(path).SelectMany(sources => Discover(sources, cancellation))];

    /// <summary>The tests of a connector from its files.</summary>
    public static IReadOnlyList<ConnectorExample> Discover(ConnectorSources sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        BoundConnector bound = ConnectorBinder.Bind(sources, cancellation);
        if (bound.Model is not { } model)
        {
            return [Broken(sources.Folder, bound.Diagnostics)];
        }

        // Only their own compilation finds what is wrong with scripts in C#.
        if (model.Scripts.Any(s => s.Code is CSharpScriptModel) && DefinitionCheck.Run(sources, cancellation) is var found && found.Any(IsError))
        {
            return [Broken(sources.Folder, found)];
        }

        Lazy<LoadedConnector> loaded = new(() => ConnectorLoader.Load(sources, CancellationToken.None));
        return Of($"{model.Owner}/{model.Id}", bound.Tests, () => loaded.Value);
    }

    /// <summary>The tests of a connector that is loaded already.</summary>
    public static IReadOnlyList<ConnectorExample> Of(LoadedConnector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return Of($"{connector.Model.Owner}/{connector.Model.Id}", connector.Tests, () => connector);
    }

    private static IReadOnlyList<ConnectorExample> Of(string address, IReadOnlyList<TestModel> tests, Func<LoadedConnector> connector) =>
        [.. tests.Select(test => new ConnectorExample(address, test.Action, test.Name, test.Place, cancellation => ExampleRunner.RunAsync(connector(), test, cancellation)))];

    private static bool IsError(Diagnostic finding) => finding.Descriptor.Severity == DiagnosticSeverity.Error;

    private static ConnectorExample Broken(string folder, IReadOnlyList<Diagnostic> diagnostics)
    {
        const string Name = "the definition compiles";
        Diagnostic[] errors = [.. diagnostics.Where(IsError)];
        ExampleResult result = new(folder, Name, folder, [.. errors.Select(e => e.ToString())], TimeSpan.Zero);
        return new ConnectorExample(folder, "", Name, folder, _ => Task.FromResult(result));
    }
}
