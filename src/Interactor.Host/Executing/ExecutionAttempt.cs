namespace Interactor.Host.Executing;

/// <summary>One request to the provider: to whom and how it ended, without its path, its query and its bodies, which may hold secrets.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Host">The provider's host.</param>
/// <param name="Status">The status of the response; null where none arrived.</param>
/// <param name="DurationUs">How long it took, in microseconds.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
public sealed record ExecutionAttempt(string Method, string Host, int? Status, long DurationUs, string? Error);
