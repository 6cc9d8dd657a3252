namespace Interactor.Host.People;

/// <summary>Somebody who may manage the host.</summary>
internal sealed class Person
{
    public required string Id { get; init; }

    /// <summary>The e-mail address in lower case, by which the person signs in.</summary>
    public required string Email { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    /// <summary>The salted hash of the password; null for who signs in elsewhere only.</summary>
    public string? Password { get; init; }

    /// <summary>Changes with whatever ends all sessions: a new password, signing out everywhere.</summary>
    public required string Stamp { get; init; }

    public required long CreatedAt { get; init; }

    public long? SignedInAt { get; init; }

    public Role Rank => RoleText.Read(Role);

    /// <summary>Says who it is, and nothing that is secret.</summary>
    public override string ToString() => $"Person {{ Id = {Id}, Role = {Role} }}";
}
