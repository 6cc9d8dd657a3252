using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Interactor.Host.Secrets;

/// <summary>Encrypts what the database must not show, and binds it to its place: what is moved to another row cannot be opened there.</summary>
internal sealed class Vault(IDataProtectionProvider protection)
{
    private const string Purpose = "Interactor.Host";

    /// <summary>Seals a secret for a place, which is named from the general to the special.</summary>
    public byte[] Seal(byte[] secret, params IReadOnlyList<string> place) => For(place).Protect(secret);

    /// <summary>Opens what was sealed for the same place.</summary>
    /// <exception cref="HostException">It was sealed elsewhere, was changed, or the key ring is another one.</exception>
    public byte[] Open(byte[] sealedSecret, params IReadOnlyList<string> place)
    {
        try
        {
            return For(place).Unprotect(sealedSecret);
        }
        catch (CryptographicException e)
        {
            throw new HostException($"What is kept for {string.Join(", ", place)} cannot be decrypted. Does this host use the key ring that the database was written with?", e);
        }
    }

    private IDataProtector For(IReadOnlyList<string> place) => protection.CreateProtector([Purpose, .. place]);
}
