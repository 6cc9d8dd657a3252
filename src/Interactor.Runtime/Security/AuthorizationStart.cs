namespace Interactor.Runtime.Security;

/// <summary>Where to send a person, and what to keep until they come back.</summary>
/// <param name="Url">The authorization request (RFC 6749, section 4.1.1).</param>
/// <param name="Pending">What <see cref="ConnectionFlow.CompleteAsync"/> needs.</param>
public sealed record AuthorizationStart(Uri Url, PendingConnection Pending);
