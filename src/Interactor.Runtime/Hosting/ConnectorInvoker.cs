using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>Executes actions of every registered connector by name, with JSON in and JSON out.</summary>
public sealed class ConnectorInvoker
{
    private readonly ConnectorRegistration[] _connectors;

    internal ConnectorInvoker(IEnumerable<ConnectorRegistration> connectors) => _connectors = [.. connectors];

    /// <summary>The registered connectors.</summary>
    public IReadOnlyList<ConnectorDescriptor> Connectors => [.. _connectors.Select(static registration => registration.Connector)];

    /// <summary>Executes an action.</summary>
    /// <param name="connector">The connector's address <c>owner/id</c>, or its id where only one connector has it.</param>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The output as UTF-8 JSON.</returns>
    /// <exception cref="InteractorException">The action failed, or there is no such connector or action (<see cref="ErrorCode.NotFound"/>).</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ReadOnlyMemory<byte>> ExecuteAsync(
        string connector,
        string action,
        string? version,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Executor(connector).ExecuteAsync(action, version, utf8Input, options, cancellationToken);

    /// <summary>Executes an action that gives pages, page by page. An action that gives none gives its one output.</summary>
    /// <param name="connector">The connector's address <c>owner/id</c>, or its id where only one connector has it.</param>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <returns>The pages as UTF-8 JSON, each of which is asked for when it is wanted.</returns>
    /// <exception cref="InteractorException">There is no such connector or action (<see cref="ErrorCode.NotFound"/>).</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> PagesAsync(
        string connector,
        string action,
        string? version,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Executor(connector).PagesAsync(action, version, utf8Input, options, cancellationToken);

    /// <summary>Executes an action that gives pages of items, item by item.</summary>
    /// <param name="connector">The connector's address <c>owner/id</c>, or its id where only one connector has it.</param>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <returns>The items of all pages as UTF-8 JSON.</returns>
    /// <exception cref="InteractorException">There is no such connector or action, or the action gives no items (<see cref="ErrorCode.InputInvalid"/>).</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ItemsAsync(
        string connector,
        string action,
        string? version,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Executor(connector).ItemsAsync(action, version, utf8Input, options, cancellationToken);

    /// <summary>The choices of a property of an action's input, as another action of the connector gives them.</summary>
    /// <param name="connector">The connector's address <c>owner/id</c>, or its id where only one connector has it.</param>
    /// <param name="action">The id of the action whose input it is.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="property">The property by its name, or by a JSON pointer into the input.</param>
    /// <param name="utf8Input">The input as far as it is filled in, as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="search">What a person looks for; null for all choices.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <exception cref="InteractorException">There is no such connector, action or choices (<see cref="ErrorCode.NotFound"/>).</exception>
    public IAsyncEnumerable<ValueChoice> ValuesAsync(
        string connector,
        string action,
        string? version,
        string property,
        ReadOnlyMemory<byte> utf8Input,
        string? search = null,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Executor(connector).ValuesAsync(action, version, property, utf8Input, search, options, cancellationToken);

    /// <summary>The schema of a property of an action's input, as another action of the connector gives it.</summary>
    /// <param name="connector">The connector's address <c>owner/id</c>, or its id where only one connector has it.</param>
    /// <param name="action">The id of the action whose input it is.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="property">The property by its name, or by a JSON pointer into the input.</param>
    /// <param name="utf8Input">The input as far as it is filled in, as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="InteractorException">There is no such connector, action or schema (<see cref="ErrorCode.NotFound"/>).</exception>
    public Task<JsonValue> SchemaAsync(
        string connector,
        string action,
        string? version,
        string property,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Executor(connector).SchemaAsync(action, version, property, utf8Input, options, cancellationToken);

    /// <summary>The executor of a connector.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.NotFound"/>: no connector has the name, or several have.</exception>
    public ActionExecutor Executor(string connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        bool isAddress = connector.Contains('/', StringComparison.Ordinal);
        ConnectorRegistration[] found = Array.FindAll(_connectors, registration => (isAddress ? registration.Connector.Address : registration.Connector.Id) == connector);
        return found.Length switch
        {
            1 => found[0].Executor,
            0 => throw new InteractorException(ErrorCode.NotFound, $"No connector '{connector}' is registered."),
            _ => throw new InteractorException(ErrorCode.NotFound, $"Several connectors are called '{connector}': name the owner too, as in '{found[0].Connector.Address}'."),
        };
    }
}
