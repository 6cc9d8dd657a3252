namespace Interactor.Host.Audit;

/// <summary>Which entries are asked for; what is null matches every one.</summary>
internal sealed record AuditFilter(string? Actor, string? Action, string? Subject, string? Environment, DateTimeOffset? From, DateTimeOffset? To);
