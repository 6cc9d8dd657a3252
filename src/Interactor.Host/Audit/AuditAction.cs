namespace Interactor.Host.Audit;

/// <summary>What the audit log tells of: the closed set of its actions.</summary>
internal static class AuditAction
{
    public const string SignedIn = "session.created";
    public const string SignInFailed = "session.refused";
    public const string SignedOut = "session.ended";
    public const string SignedOutEverywhere = "session.ended_everywhere";
    public const string PasswordChanged = "person.password_changed";
    public const string PersonCreated = "person.created";
    public const string PersonChanged = "person.changed";
    public const string PersonRemoved = "person.removed";
    public const string PersonInvited = "person.invited";
    public const string InvitationRemoved = "person.invitation_removed";
    public const string PasswordLinkMade = "person.password_link_created";
    public const string OrganizationCreated = "organization.created";
    public const string EnvironmentCreated = "environment.created";
    public const string EnvironmentChanged = "environment.changed";
    public const string EnvironmentRemoved = "environment.removed";
    public const string KeyCreated = "environment.key_created";
    public const string KeyRemoved = "environment.key_removed";
    public const string ConnectorConfigured = "connector.configured";
    public const string ConnectorPublished = "connector.published";
    public const string CurrentVersionSet = "connector.current_version_set";
    public const string DraftChanged = "draft.changed";
    public const string DraftRemoved = "draft.removed";
    public const string AccountConnected = "account.connected";
    public const string AccountDisconnected = "account.disconnected";
}
