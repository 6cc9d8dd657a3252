namespace Interactor.Host.Audit;

/// <summary>Who did what to which subject, when, and from where.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="ActorKind"><c>person</c>, <c>key</c> of an environment, <c>system</c> for whoever runs the host, or <c>anonymous</c>.</param>
/// <param name="Actor">The id of the person or of the key.</param>
/// <param name="ActorName">What the actor was called then.</param>
/// <param name="Action">What was done, such as <c>environment.key_created</c>.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Environment">The id of the environment that it was done in.</param>
/// <param name="Address">The network address of the request.</param>
public sealed record AuditEntryBody(string Id, DateTimeOffset At, string ActorKind, string? Actor, string? ActorName, string Action, string? Subject, string? Environment, string? Address)
{
    internal static AuditEntryBody Of(AuditEntry entry) => new(
        entry.Id, DateTimeOffset.FromUnixTimeMilliseconds(entry.At), entry.ActorKind, entry.Actor, entry.ActorName, entry.Action, entry.Subject, entry.Environment, entry.Address);
}
