namespace Interactor.Host.People;

/// <summary>Who signs in.</summary>
/// <param name="Email">The e-mail address.</param>
/// <param name="Password">The password.</param>
public sealed record SignInBody(string Email, string Password);

/// <summary>A session.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="CsrfToken">The token that every request of the session sends in the header <c>x-csrf-token</c> unless it only reads.</param>
public sealed record SessionBody(PersonBody Person, string CsrfToken);

/// <summary>A new password for who is signed in.</summary>
/// <param name="Current">The one until now.</param>
/// <param name="New">The new one.</param>
public sealed record PasswordBody(string Current, string New);

/// <summary>What a link that is good once is used with.</summary>
/// <param name="Link">The secret at the end of the link.</param>
/// <param name="Email">The e-mail address; left out where the link is for one.</param>
/// <param name="Name">The name for others; left out for a new password.</param>
/// <param name="Password">The password.</param>
public sealed record SetupBody(string Link, string Password, string? Email = null, string? Name = null);
