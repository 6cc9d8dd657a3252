namespace Interactor.Host.People;

/// <summary>The text of each role, in the database and in the API.</summary>
internal static class RoleText
{
    public static string Of(Role role) => role switch
    {
        Role.Viewer => "viewer",
        Role.Developer => "developer",
        Role.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role."),
    };

    /// <summary>The role of a text; null where it names none.</summary>
    public static Role? Find(string? text) => text switch
    {
        "viewer" => Role.Viewer,
        "developer" => Role.Developer,
        "administrator" => Role.Administrator,
        _ => null,
    };

    /// <exception cref="HostException">The database holds a role of another version.</exception>
    public static Role Read(string text) => Find(text) ?? throw new HostException($"The database has the role '{text}', which this version does not know.");
}
