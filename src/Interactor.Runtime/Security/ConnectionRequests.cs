using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>The requests that a security method sends for itself while an account is connected or disconnected.</summary>
internal sealed class ConnectionRequests(ConnectorRuntime runtime)
{
    public ActionContext ContextOf(Session session, CancellationToken cancellationToken) => new(runtime, action: null, session, options: null, cancellationToken);

    /// <summary>Runs the connect steps in order and the verification: the connection with its facts and identity.</summary>
    public async Task<Connection> LearnAsync(Session session, CancellationToken cancellationToken)
    {
        SecurityMethod method = session.Method!;
        foreach (ConnectStep step in method.Connect)
        {
            ActionContext context = ContextOf(session, cancellationToken);
            using Reply reply = await SendAsync("connect", step.Server, step.Method, step.Build, context).ConfigureAwait(false);
            NamedValues facts = new();
            step.Facts(facts, new ProviderResponse(reply), context);
            session = session.With(WithFacts(session.Connection!, facts));
        }

        if (method.Verify is { } verify)
        {
            ActionContext context = ContextOf(session, cancellationToken);
            using Reply reply = await SendAsync("verify", verify.Server, verify.Method, verify.Build, context).ConfigureAwait(false);
            if (verify.Identity is { } identity)
            {
                session = session.With(session.Connection! with { Identity = identity(new ProviderResponse(reply), context) });
            }
        }

        return session.Connection!;
    }

    /// <summary>Withdraws the grant; a failure to do so is logged, not thrown, because the connection is forgotten all the same.</summary>
    /// <returns>False also where the method has no way to withdraw it.</returns>
    public async Task<bool> TryDisconnectAsync(Session session, CancellationToken cancellationToken)
    {
        ActionContext context = ContextOf(session, cancellationToken);
        try
        {
            if (session.Method is { OAuth: { RevokeUrl: not null } settings })
            {
                await OAuth2Revocation.RequestAsync(context, settings).ConfigureAwait(false);
                return true;
            }

            if (session.Method?.Disconnect is not { } request)
            {
                return false;
            }

            using Reply reply = await SendAsync("disconnect", request.Server, request.Method, request.Build, context).ConfigureAwait(false);
            return true;
        }
        catch (InteractorException e)
        {
            RuntimeLog.DisconnectFailed(runtime.Log, runtime.Connector.Address, e.CodeText, e.Status);
            return false;
        }
    }

    private ValueTask<Reply> SendAsync(string name, string? server, string method, Action<RequestBuilder, ActionContext> build, ActionContext context) =>
        runtime.Sender.SendAsync(new PlainRequest(RequestShape.OfPlain(name, server, method), context, build));

    private static Connection WithFacts(Connection connection, NamedValues added)
    {
        Dictionary<string, string> facts = new(connection.Facts);
        foreach ((string name, string value) in added.Items)
        {
            facts[name] = value;
        }

        return connection with { Facts = facts };
    }
}
