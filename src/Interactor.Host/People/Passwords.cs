using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Interactor.Host.People;

/// <summary>Hashes passwords, and takes as long for somebody who does not exist as for somebody who does.</summary>
internal sealed class Passwords
{
    // NIST SP 800-63B asks for length and not for kinds of characters.
    private const int LeastCharacters = 12;
    private const int MostCharacters = 256;

    private static readonly object Anyone = new();

    // What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA-512.
    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly string _nobody;

    public Passwords() => _nobody = Hash(Guid.NewGuid().ToString());

    /// <summary>Why a password is not good enough; null where it is.</summary>
    public static string? ProblemOf(string password, string email) => password switch
    {
        { Length: < LeastCharacters } => $"A password has {LeastCharacters} characters or more.",
        { Length: > MostCharacters } => $"A password has {MostCharacters} characters at most.",
        _ when password.Distinct().Count() < 5 => "The password repeats a few characters only.",
        _ when password.Equals(email, StringComparison.OrdinalIgnoreCase) => "The password is the e-mail address.",
        _ => null,
    };

    public string Hash(string password) => _hasher.HashPassword(Anyone, password);

    /// <summary>Whether a password is that of a hash; with no hash it is not, after the same work.</summary>
    public bool Verify(string? hash, string password)
    {
        bool isRight = password.Length <= MostCharacters && _hasher.VerifyHashedPassword(Anyone, hash ?? _nobody, password) != PasswordVerificationResult.Failed;
        return isRight && hash is not null;
    }
}
