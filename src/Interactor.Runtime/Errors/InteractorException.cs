namespace Interactor.Runtime;

/// <summary>
/// An action failed. <see cref="Code"/> says why in terms that do not depend on the provider; the other members carry what the provider
/// said about it. Neither the message nor the details contain a secret or the body of a request or a response.
/// </summary>
public sealed class InteractorException : Exception
{
    private string? _connector;
    private string? _action;
    private PendingJob? _job;

    /// <summary>A failure with the reason that callers branch on and a sentence for people.</summary>
    public InteractorException(ErrorCode code, string message, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
    }

    /// <summary>Why the action failed.</summary>
    public ErrorCode Code { get; }

    /// <summary>The code's wire text, such as <c>not_found</c>.</summary>
    public string CodeText => ErrorCodeText.Of(Code);

    /// <summary>The provider's own code for the failure, where a rule of the connector reads one.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The status code of the HTTP response (RFC 9110, section 15); null when none arrived.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's identifier of the request, to quote to its support; null when it sent none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the provider asks to wait before the next try (RFC 9110, section 10.2.3); null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Every finding with its place, for <see cref="ErrorCode.InputInvalid"/> and <see cref="ErrorCode.ContractViolation"/>; otherwise empty.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; init; } = [];

    /// <summary>The connector, as <c>owner/id</c>; null when the failure happened outside of one.</summary>
    public string? Connector { get => _connector; init => _connector = value; }

    /// <summary>The action's id; null when the failure happened outside of one, such as while connecting an account.</summary>
    public string? Action { get => _action; init => _action = value; }

    /// <summary>
    /// The job that the action began, where it may still go on at the provider, to go on with by <see cref="ActionOptions.Job"/>; null where there is none, or where
    /// it failed.
    /// </summary>
    public PendingJob? Job { get => _job; init => _job = value; }

    /// <summary>Gives the caller the job that was being awaited.</summary>
    internal void LeaveWith(PendingJob job) => _job = job;

    /// <summary>Names the place of a failure that was raised where the place was not known; a name already there stays.</summary>
    internal void Locate(string connector, string? action)
    {
        _connector ??= connector;
        _action ??= action;
    }

    /// <summary>The same failure for another caller that waited for it.</summary>
    internal InteractorException Copy() => Saying(Message);

    /// <summary>The same failure in other words.</summary>
    internal InteractorException Saying(string message) => new(Code, message, InnerException)
    {
        ProviderCode = ProviderCode,
        Status = Status,
        RequestId = RequestId,
        RetryAfter = RetryAfter,
        Details = Details,
        Connector = Connector,
        Action = Action,
        Job = Job,
    };
}
