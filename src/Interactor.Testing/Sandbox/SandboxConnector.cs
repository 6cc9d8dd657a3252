using Interactor.Compiler.Binding;
using Interactor.Compiler.Model;
using Interactor.Testing.Loading;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Sandbox;

/// <summary>A definition that the sandbox plays the third party of. Its code need not be compiled for that.</summary>
/// <param name="Model">The definition as the compiler understood it.</param>
/// <param name="Tests">Its tests, whose responses the sandbox gives.</param>
public sealed record SandboxConnector(ConnectorModel Model, IReadOnlyList<TestModel> Tests)
{
    /// <summary>The connector's address, <c>owner/id</c>.</summary>
    public string Address => $"{Model.Owner}/{Model.Id}";

    /// <summary>A connector that is loaded already.</summary>
    public static SandboxConnector Of(LoadedConnector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return new SandboxConnector(connector.Model, connector.Tests);
    }

    /// <summary>A connector from its files.</summary>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public static SandboxConnector Of(ConnectorSources sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        BoundConnector bound = ConnectorBinder.Bind(sources, cancellation);
        return bound.Model is { } model ? new SandboxConnector(model, bound.Tests) : throw new DefinitionException(bound.Diagnostics);
    }

    /// <summary>A value for each variable: the given ones, otherwise made up ones that the definition allows, such as <c>sandbox-site</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Model.Variables.ToDictionary(v => v.Name, v => options.Variables.GetValueOrDefault(v.Name) ?? VariableSample.Of(v));
    }
}
