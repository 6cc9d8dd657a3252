using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Finds the connection that a call acts for.</summary>
internal sealed class SessionOpener
{
    private readonly ConnectorRuntime _runtime;
    private readonly string? _account;

    // Connections without an account in the user's store: the one of the options, and those that are made of variables.
    private readonly InMemoryCredentialStore _own = new();
    private readonly ConnectionKey _given;
    private readonly bool _hasGiven;

    // Most calls in a row act for one account, so its session is not made again while its connection is the same object.
    private Session? _recent;

    public SessionOpener(ConnectorRuntime runtime, ConnectorOptions options)
    {
        _runtime = runtime;
        _account = options.Account;
        _given = new ConnectionKey(runtime.Connector.Address, "given");
        if (options.Connection is { } connection)
        {
            _hasGiven = true;
            _own.Put(_given, connection);
        }
    }

    /// <summary>The session of a call.</summary>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.InputInvalid"/>: the account is empty. <see cref="ErrorCode.AuthDenied"/>: no connection, or one by a method that the action does not accept. <see cref="ErrorCode.AuthRevoked"/>: it has to be connected again.
    /// </exception>
    public ValueTask<Session> OpenAsync(ActionDescriptor action, ActionOptions? options, CancellationToken cancellationToken)
    {
        if ((options?.Account ?? (_hasGiven ? null : _account)) is { } account)
        {
            return OpenStoredAsync(action, NamedAccount.StoreOf(account, _runtime), new ConnectionKey(_runtime.Connector.Address, account), cancellationToken);
        }

        if (_hasGiven)
        {
            return OpenStoredAsync(action, _own, _given, cancellationToken);
        }

        return action.Methods.Count == 0 ? new ValueTask<Session>(Session.Anonymous) : OpenByVariablesAsync(action, cancellationToken);
    }

    private ValueTask<Session> OpenStoredAsync(ActionDescriptor action, ICredentialStore store, ConnectionKey key, CancellationToken cancellationToken)
    {
        ValueTask<Connection?> reading;
        try
        {
            reading = store.GetAsync(key, cancellationToken);
        }
        catch (Exception e) when (StoreCalls.IsFailure(e, cancellationToken))
        {
            throw StoreCalls.Failure(e);
        }

        return reading.IsCompletedSuccessfully
            ? new ValueTask<Session>(SessionFor(action, store, key, reading.Result))
            : AwaitAsync(reading, action, store, key, cancellationToken);
    }

    private async ValueTask<Session> AwaitAsync(
        ValueTask<Connection?> reading, ActionDescriptor action, ICredentialStore store, ConnectionKey key, CancellationToken cancellationToken)
    {
        Connection? connection;
        try
        {
            connection = await reading.ConfigureAwait(false);
        }
        catch (Exception e) when (StoreCalls.IsFailure(e, cancellationToken))
        {
            throw StoreCalls.Failure(e);
        }

        return SessionFor(action, store, key, connection);
    }

    private Session SessionFor(ActionDescriptor action, ICredentialStore store, ConnectionKey key, Connection? connection)
    {
        if (connection is null)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The account is not connected.");
        }

        bool applies = action.Methods.Count > 0;
        if (applies && connection.Status == ConnectionStatus.NeedsReauthorization)
        {
            throw new InteractorException(ErrorCode.AuthRevoked, "The grant of the account is gone. Connect it again.");
        }

        if (applies && !action.Methods.Contains(connection.Method))
        {
            throw new InteractorException(ErrorCode.AuthDenied, $"The account is connected by '{connection.Method}', which the action does not accept.");
        }

        Session? recent = _recent;
        if (recent is not null && ReferenceEquals(recent.Connection, connection) && recent.AppliesCredential == applies && recent.Key == key)
        {
            return recent;
        }

        SecurityMethod? method = _runtime.Connector.FindMethod(connection.Method);
        if (method is null && applies)
        {
            throw new InteractorException(ErrorCode.AuthDenied, $"The account is connected by '{connection.Method}', which the connector does not have.");
        }

        return _recent = new Session(connection, method, applies, key, store);
    }

    private ValueTask<Session> OpenByVariablesAsync(ActionDescriptor action, CancellationToken cancellationToken)
    {
        foreach (string id in action.Methods)
        {
            if (_runtime.Connector.FindMethod(id) is { NeedsPerson: false } method && !LackingFor(id).Any())
            {
                ConnectionKey key = new(_runtime.Connector.Address, $"variables:{id}");
                _own.Add(key, new Connection { Method = method.Id });
                return OpenStoredAsync(action, _own, key, cancellationToken);
            }
        }

        throw new InteractorException(
            ErrorCode.AuthDenied,
            $"No account, connection or complete set of variables is set for any of the methods that the action accepts ({string.Join("; ", action.Methods.Select(Want))}).");
    }

    private string Want(string method) => _runtime.Connector.FindMethod(method) is { NeedsPerson: false }
        ? $"{method}: no value of {string.Join(", ", LackingFor(method).Select(static name => $"'{name}'"))}"
        : $"{method}: an account has to be connected";

    private IEnumerable<string> LackingFor(string method) => _runtime.Connector.Variables
        .Where(variable => variable.IsRequired && variable.AskFor.Contains(method) && variable.Default is null && !_runtime.Values.ContainsKey(variable.Name))
        .Select(static variable => variable.Name);
}
