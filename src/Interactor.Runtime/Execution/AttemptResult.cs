using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>What one attempt gave: a reply, or a failure with what may be done about it. A failure is a value until it is final, because throwing is dear.</summary>
internal readonly struct AttemptResult
{
    private AttemptResult(Reply reply, InteractorException? failure, bool isRetryable, bool isExpired, bool isFinal)
    {
        Reply = reply;
        Failure = failure;
        IsRetryable = isRetryable;
        IsExpired = isExpired;
        IsFinal = isFinal;
    }

    /// <summary>The reply, where there is no failure.</summary>
    public Reply Reply { get; }

    public InteractorException? Failure { get; }

    /// <summary>Whether the rules of the action allow another attempt after a wait.</summary>
    public bool IsRetryable { get; }

    /// <summary>Whether the token was refused and another one can be had.</summary>
    public bool IsExpired { get; }

    /// <summary>Whether the request cannot be sent once more, so that a new token only helps the next one.</summary>
    public bool IsFinal { get; }

    /// <summary>The same result where the body of the request cannot be sent once more.</summary>
    /// <param name="isChallenged">Whether it would have been sent once more with an answer to a challenge.</param>
    public AttemptResult AsFinal(bool isChallenged) => Failure is null || !(IsRetryable || IsExpired || isChallenged)
        ? this
        : new(
            default,
            Failure.Saying($"{Failure.Message} It was not repeated, because the content of the request cannot be read again."),
            isRetryable: false,
            IsExpired,
            isFinal: true);

    public static AttemptResult Success(Reply reply) => new(reply, null, false, false, false);

    public static AttemptResult Failed(InteractorException failure, bool isRetryable, bool isExpired = false) => new(default, failure, isRetryable, isExpired, false);
}
