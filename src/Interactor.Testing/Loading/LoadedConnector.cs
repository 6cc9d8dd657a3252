using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Runtime;

namespace Interactor.Testing.Loading;

/// <summary>A connector that was compiled in this process. Disposing it unloads the code as soon as nothing uses it any more.</summary>
public sealed class LoadedConnector : IDisposable
{
    private readonly ConnectorLoadContext _context;
    private ConnectorDescriptor? _descriptor;

    internal LoadedConnector(ConnectorLoadContext context, ConnectorDescriptor descriptor, ConnectorModel model, IReadOnlyList<TestModel> tests, IReadOnlyList<Diagnostic> diagnostics)
    {
        _context = context;
        _descriptor = descriptor;
        Model = model;
        Tests = tests;
        Diagnostics = diagnostics;
    }

    /// <summary>What the runtime executes by.</summary>
    /// <exception cref="ObjectDisposedException">The connector was unloaded.</exception>
    public ConnectorDescriptor Descriptor => _descriptor ?? throw new ObjectDisposedException(nameof(LoadedConnector));

    /// <summary>The definition as the compiler understood it.</summary>
    public ConnectorModel Model { get; }

    /// <summary>The tests that stand in the definition.</summary>
    public IReadOnlyList<TestModel> Tests { get; }

    /// <summary>What the compiler warned of.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_descriptor is not null)
        {
            _descriptor = null;
            _context.Unload();
        }
    }
}
