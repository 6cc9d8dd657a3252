using Interactor.Host.Api;

namespace Interactor.Host.Connecting;

/// <summary>How far a connection came: where the person goes next, or what they are told.</summary>
internal abstract record ConnectOutcome
{
    /// <summary>The person goes to the provider.</summary>
    public sealed record GoTo(Uri Url) : ConnectOutcome;

    /// <summary>The person consents on another device, and the page waits.</summary>
    public sealed record Waiting : ConnectOutcome;

    /// <summary>The account is connected.</summary>
    public sealed record Connected(ConnectTicket Ticket, string? Label) : ConnectOutcome;

    /// <summary>It failed, for a reason that a person can act on.</summary>
    /// <param name="Ticket">What was being connected; null where nobody knows.</param>
    /// <param name="Problem">Why.</param>
    public sealed record Failed(ConnectTicket? Ticket, Refusal Problem) : ConnectOutcome;
}
