using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Security.Files;

/// <summary>
/// Encrypts and authenticates what a file holds, by AES-256-GCM (NIST SP 800-38D) with a key of its own for each writing:
/// a mark, the id of the key, a salt, a nonce, a tag, the text. The name of the file is authenticated too, so that none stands in for another.
/// </summary>
internal static class SealedBytes
{
    private const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int SaltAt = 4 + CredentialKey.IdSize;
    private const int NonceAt = SaltAt + SaltSize;
    private const int TagAt = NonceAt + NonceSize;
    private const int TextAt = TagAt + TagSize;

    private static ReadOnlySpan<byte> Mark => "IXC1"u8;

    public static byte[] Seal(CredentialKey key, string name, ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[TextAt + text.Length];
        Mark.CopyTo(bytes);
        key.IdBytes.CopyTo(bytes, Mark.Length);
        RandomNumberGenerator.Fill(bytes.AsSpan(SaltAt, SaltSize + NonceSize));
        using AesGcm cipher = CipherOf(key, bytes);
        cipher.Encrypt(bytes.AsSpan(NonceAt, NonceSize), text, bytes.AsSpan(TextAt), bytes.AsSpan(TagAt, TagSize), Bound(bytes, name));
        return bytes;
    }

    /// <summary>Opens what <see cref="Seal"/> gave; the caller clears the text after use.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: it was cut short or changed, or belongs to a key that is not given.</exception>
    public static byte[] Open(IReadOnlyList<CredentialKey> keys, string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < TextAt || !bytes.StartsWith(Mark))
        {
            throw Unreadable(name, "it is cut short, or no file of a credential store");
        }

        ReadOnlySpan<byte> id = bytes[Mark.Length..SaltAt];
        byte[] text = new byte[bytes.Length - TextAt];
        using AesGcm cipher = CipherOf(KeyOf(keys, id, name), bytes);
        try
        {
            cipher.Decrypt(bytes.Slice(NonceAt, NonceSize), bytes[TextAt..], bytes.Slice(TagAt, TagSize), text, Bound(bytes, name));
            return text;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw Unreadable(name, "it was damaged or changed", e);
        }
    }

    /// <summary>Whether the key sealed the bytes, as far as their id says.</summary>
    public static bool IsBy(CredentialKey key, ReadOnlySpan<byte> bytes) => bytes.Length >= TextAt && bytes[Mark.Length..SaltAt].SequenceEqual(key.IdBytes);

    public static InteractorException Unreadable(string name, string reason, Exception? cause = null) =>
        new(ErrorCode.AuthDenied, $"The file '{name}' of the credential store cannot be read: {reason}.", cause);

    private static CredentialKey KeyOf(IReadOnlyList<CredentialKey> keys, ReadOnlySpan<byte> id, string name)
    {
        foreach (CredentialKey key in keys)
        {
            if (id.SequenceEqual(key.IdBytes))
            {
                return key;
            }
        }

        throw Unreadable(name, $"it is encrypted with the key {Convert.ToHexStringLower(id)}, which the store was not given");
    }

    private static AesGcm CipherOf(CredentialKey key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> derived = stackalloc byte[CredentialKey.Size];
        key.Derive(bytes.Slice(SaltAt, SaltSize), derived);
        AesGcm cipher = new(derived, TagSize);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }

    private static byte[] Bound(ReadOnlySpan<byte> bytes, string name) => [.. bytes[..TagAt], .. Encoding.UTF8.GetBytes(name)];
}
