using System.Reflection;
using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Model;
using Interactor.Runtime;

namespace Interactor.Testing.Loading;

/// <summary>Compiles a definition and its generated code in this process and loads the result.</summary>
public static class ConnectorLoader
{
    /// <summary>Loads the one connector that a path names.</summary>
    /// <exception cref="DefinitionFolderException">The path leads to no connector, or to several.</exception>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public static LoadedConnector Load(string path, CancellationToken cancellation = default)
    {
        IReadOnlyList<ConnectorSources> found = DefinitionFolder.Read(path);
        return found.Count == 1
            ? Load(found[0], cancellation)
            : throw new DefinitionFolderException($"'{path}' holds {found.Count} connectors. Name one of them: {string.Join(", ", found.Select(s => s.Folder))}.");
    }

    /// <summary>Loads a connector from its files.</summary>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public static LoadedConnector Load(ConnectorSources sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        CompiledConnector compiled = ConnectorCompiler.Compile(sources, cancellation);
        return compiled.Bound.Model is { } model ? Load(model, compiled, cancellation) : throw new DefinitionException(compiled.Bound.Diagnostics);
    }

    private static LoadedConnector Load(ConnectorModel model, CompiledConnector compiled, CancellationToken cancellation)
    {
        string name = $"{model.Owner}.{model.Id}";
        using MemoryStream assembly = CodeCompiler.Compile(name, compiled.Files, cancellation);
        ConnectorLoadContext context = new(name);
        try
        {
            return new LoadedConnector(context, DescriptorOf(context.LoadFromStream(assembly), model), model, compiled.Bound.Tests, compiled.Bound.Diagnostics);
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
