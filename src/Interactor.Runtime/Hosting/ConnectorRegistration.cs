namespace Interactor.Runtime;

/// <summary>A connector among the services, with the one executor that all of its clients share.</summary>
internal sealed class ConnectorRegistration(ConnectorDescriptor connector, Func<ActionExecutor> create)
{
    private readonly Lazy<ActionExecutor> _executor = new(create);

    public ConnectorDescriptor Connector { get; } = connector;

    public ActionExecutor Executor => _executor.Value;
}
