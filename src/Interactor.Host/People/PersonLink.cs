namespace Interactor.Host.People;

/// <summary>What a link that is good once leads to.</summary>
internal sealed class PersonLink
{
    /// <summary>Makes the first administrator.</summary>
    public const string Setup = "setup";

    /// <summary>Makes a further person.</summary>
    public const string Invitation = "invitation";

    /// <summary>Gives a person a new password.</summary>
    public const string NewPassword = "password";

    public required string Id { get; init; }

    public required string Purpose { get; init; }

    public required string Role { get; init; }

    /// <summary>Whose it is; null where whoever has the link says so.</summary>
    public string? Email { get; init; }

    /// <summary>The id of the person who gets a new password.</summary>
    public string? Person { get; init; }

    public required long CreatedAt { get; init; }

    public required long ExpiresAt { get; init; }
}
