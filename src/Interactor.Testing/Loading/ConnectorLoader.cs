using System.Reflection;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Runtime;

namespace Interactor.Testing.Loading;

/// <summary>Compiles a definition and its generated code in this process and loads the result.</summary>
public static class ConnectorLoader
{
    /// <summary>Loads the one connector that a path names. Scripts in C# are not allowed.</summary>
    /// <exception cref="DefinitionFolderException">The path leads to no connector, or to several.</exception>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public static LoadedConnector Load(string path, CancellationToken cancellation = default) => Load(path, allowCSharpScripts: false, cancellation);

    /// <summary>Loads the one connector that a path names.</summary>
    /// <param name="path">The connector's folder, or its <c>connector.yaml</c>.</param>
    /// <param name="allowCSharpScripts">Whether scripts in C# are compiled and run in this process, with all that it may do: yes only for files that you vouch for.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <exception cref="DefinitionFolderException">The path leads to no connector, or to several.</exception>
    /// <exception cref="DefinitionException">The definition or a script has errors.</exception>
    public static LoadedConnector Load(string path, bool allowCSharpScripts, CancellationToken cancellation = default)
    {
        IReadOnlyList<ConnectorSources> found = DefinitionFolder.Read(path, allowCSharpScripts: allowCSharpScripts);
        return found.Count == 1
            ? Load(found[0], cancellation)
            : throw new DefinitionFolderException($"'{path}' holds {found.Count} connectors. Name one of them: {string.Join(", ", found.Select(s => s.Folder))}.");
    }

    /// <summary>Loads a connector from its files, with scripts in C# where <see cref="ConnectorSources.AllowsCSharpScripts"/> says so.</summary>
    /// <exception cref="DefinitionException">The definition or a script has errors.</exception>
    public static LoadedConnector Load(ConnectorSources sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        BuiltConnector built = BuiltConnector.Of(sources, cancellation);
        return built is { Code: { Assembly: { } assembly, Symbols: { } symbols }, Compiled.Bound: { Model: { } model, Tests: var tests } }
            ? Load(model, tests, built.Diagnostics, assembly, symbols)
            : throw new DefinitionException(built.Diagnostics);
    }

    private static LoadedConnector Load(
        ConnectorModel model, IReadOnlyList<TestModel> tests, IReadOnlyList<Diagnostic> diagnostics, MemoryStream assembly, MemoryStream symbols)
    {
        ConnectorLoadContext context = new($"{model.Owner}.{model.Id}");
        try
        {
            return new LoadedConnector(context, DescriptorOf(context.LoadFromStream(assembly, symbols), model), model, tests, diagnostics);
        }
        catch
        {
            context.Unload();
            throw;
        }
    }

    private static ConnectorDescriptor DescriptorOf(Assembly assembly, ConnectorModel model)
    {
        PropertyInfo? property = assembly.GetType($"{model.Namespace}.{model.TypePrefix}Connector")?.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static);
        return property?.GetValue(null) as ConnectorDescriptor
            ?? throw new InvalidOperationException($"The generated code of '{model.Owner}/{model.Id}' has no descriptor.");
    }
}
