namespace Interactor.Host.Api;

/// <summary>Ends a request with a refusal, wherever it is noticed.</summary>
internal sealed class RefusalException(Refusal refusal) : Exception(refusal.Error)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>A member of the body, or of the query, that cannot be taken.</summary>
    public static RefusalException At(string pointer, string message) =>
        new(Refusal.Invalid("The request is not valid.") with { Details = [new Interactor.Runtime.ErrorDetail(pointer, message)] });

    public static RefusalException NotFound(string message) => new(Refusal.NotFound(message));

    public static RefusalException Conflict(string message) => new(new Refusal(409, message, Interactor.Runtime.ErrorCode.Conflict));

    public static RefusalException Forbidden(string message) => new(new Refusal(403, message, Interactor.Runtime.ErrorCode.AuthDenied));
}
