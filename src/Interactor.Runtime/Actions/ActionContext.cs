using Interactor.Runtime.Execution;
using Interactor.Runtime.Security;

namespace Interactor.Runtime;

/// <summary>What a connector's expressions may read beside the input: variables, tokens, facts about the account, the time and a fresh UUID.</summary>
/// <remarks>
/// Reading a token or a secret variable marks the request: from then on it may only go to a host in the connector's egress list.
/// A context serves one request at a time; steps that run side by side have one each.
/// </remarks>
public sealed class ActionContext
{
    private readonly ActionContext _root;
    private Session _session;
    private bool _carriesCredential;
    private DateTimeOffset _now;
    private bool _hasNow;
    private string? _uuid;
    private PageWalk? _walk;
    private ScriptResults _results;

    internal ActionContext(ConnectorRuntime runtime, ActionDescriptor? action, Session session, ActionOptions? options, CancellationToken cancellationToken)
    {
        _root = this;
        _session = session;
        Runtime = runtime;
        Action = action;
        Options = options;
        CancellationToken = cancellationToken;
    }

    private ActionContext(ActionContext parent, CancellationToken cancellationToken)
        : this(parent.Runtime, parent.Action, parent.Session, parent.Options, cancellationToken)
    {
        _root = parent._root;
    }

    /// <summary>The values of the connector's variables.</summary>
    public VariableValues Variables => new(this);

    /// <summary>The facts that were read from the provider when the account was connected.</summary>
    public AccountFacts Account => new(this);

    /// <summary>The time of this attempt.</summary>
    public DateTimeOffset Now
    {
        get
        {
            if (!_hasNow)
            {
                _now = Runtime.Time.GetUtcNow();
                _hasNow = true;
            }

            return _now;
        }
    }

    /// <summary>A UUID (RFC 9562) of this attempt, in lower case with hyphens.</summary>
    public string Uuid => _uuid ??= Runtime.NewUuid();

    /// <summary>The place of the page that the call gives, for an action that gives pages.</summary>
    public PagePlace Page => Walk?.Place ?? throw new InvalidOperationException("The action gives no pages.");

    internal ConnectorRuntime Runtime { get; }

    internal ActionDescriptor? Action { get; }

    internal ActionOptions? Options { get; }

    internal CancellationToken CancellationToken { get; }

    /// <summary>Where the output goes as UTF-8 JSON; null for a caller that takes the C# value.</summary>
    internal Utf8Output? Utf8Output { get; init; }

    /// <summary>The walk through pages that the call belongs to; null for an action that gives none.</summary>
    internal PageWalk? Walk
    {
        get => _root._walk;
        set => _root._walk = value;
    }

    /// <summary>Whether a secret may have reached the request. It never turns back within a call, because a frame carries values from step to step.</summary>
    internal bool CarriesCredential
    {
        get => _root._carriesCredential;
        set => _root._carriesCredential = value;
    }

    /// <summary>The connection that the call uses: one for all of its steps, replaced when a token was refreshed.</summary>
    internal Session Session
    {
        get => Volatile.Read(ref _root._session);
        set => Volatile.Write(ref _root._session, value);
    }

    /// <summary>A token of the connection.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the connection has no token of that name.</exception>
    public Token Token(string name)
    {
        CarriesCredential = true;
        return Session.Token(name)
            ?? throw new InteractorException(ErrorCode.AuthDenied, $"The connection has no token '{name}'. Connect the account again.");
    }

    /// <summary>What a script gave that was called before the expression that asks for it.</summary>
    /// <param name="call">The number of the call in its place.</param>
    public T Result<T>(int call) => _results.Get<T>(call);

    internal void BeginResults(int count) => _results = new ScriptResults(count);

    internal void SetResult(int call, object? result) => _results.Set(call, result);

    /// <summary>A context for one of several requests of a call.</summary>
    internal ActionContext ForStep(CancellationToken cancellationToken) => new(this, cancellationToken);

    /// <summary>Time and UUID belong to an attempt, so the next one gets new ones.</summary>
    internal void BeginAttempt()
    {
        _hasNow = false;
        _uuid = null;
    }
}
