namespace Interactor.Host.People;

/// <summary>Somebody who may manage the host.</summary>
/// <param name="Id">The id, which never changes.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Name">The name for others.</param>
/// <param name="Role"><c>viewer</c>, <c>developer</c> or <c>administrator</c>.</param>
/// <param name="HasPassword">Whether they may sign in by a password.</param>
/// <param name="CreatedAt">When they joined.</param>
/// <param name="SignedInAt">When they last signed in.</param>
public sealed record PersonBody(string Id, string Email, string Name, string Role, bool HasPassword, DateTimeOffset CreatedAt, DateTimeOffset? SignedInAt)
{
    internal static PersonBody Of(Person person) => new(
        person.Id,
        person.Email,
        person.Name,
        person.Role,
        person.Password is not null,
        DateTimeOffset.FromUnixTimeMilliseconds(person.CreatedAt),
        person.SignedInAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
}

/// <summary>What changes of a person; what is left out stays.</summary>
/// <param name="Name">The name for others.</param>
/// <param name="Role"><c>viewer</c>, <c>developer</c> or <c>administrator</c>.</param>
public sealed record PersonChangeBody(string? Name = null, string? Role = null);

/// <summary>Who is invited.</summary>
/// <param name="Email">The e-mail address.</param>
/// <param name="Role"><c>viewer</c>, <c>developer</c> or <c>administrator</c>.</param>
public sealed record NewInvitationBody(string Email, string Role);

/// <summary>An invitation that waits for its person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Email">Whom it is for.</param>
/// <param name="Role">The role that they get.</param>
/// <param name="ExpiresAt">How long it is good.</param>
public sealed record InvitationBody(string Id, string Email, string Role, DateTimeOffset ExpiresAt);

/// <summary>A link that is good once. It is shown now or never: hand it to the person that it is for.</summary>
/// <param name="Url">The link.</param>
/// <param name="ExpiresAt">How long it is good.</param>
public sealed record LinkBody(string Url, DateTimeOffset ExpiresAt);
