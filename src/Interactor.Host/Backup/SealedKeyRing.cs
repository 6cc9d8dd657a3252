using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Interactor.Host.Secrets;

namespace Interactor.Host.Backup;

/// <summary>
/// The files of a key ring, encrypted by a passphrase: AES-256-GCM (NIST SP 800-38D) with a key that PBKDF2 with HMAC-SHA-256 makes of the passphrase (RFC 8018, section 5.2).
/// The bytes are the number of iterations, the salt, the nonce, the tag, and the ciphertext of a zip archive.
/// </summary>
internal static class SealedKeyRing
{
    // What OWASP asks for of this function, and more than any that an archive may ask a restore to spend.
    private const int Iterations = 600_000;
    private const int MostIterations = 10_000_000;
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = sizeof(int) + SaltLength + NonceLength + TagLength;

    /// <exception cref="HostException">The directory has no keys.</exception>
    public static byte[] Seal(string directory, string passphrase)
    {
        byte[] plain = Pack(directory);
        byte[] bytes = new byte[HeaderLength + plain.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Iterations);
        RandomNumberGenerator.Fill(bytes.AsSpan(sizeof(int), SaltLength + NonceLength));
        using AesGcm cipher = CipherOf(bytes, passphrase);
        cipher.Encrypt(NonceOf(bytes), plain, bytes.AsSpan(HeaderLength), bytes.AsSpan(HeaderLength - TagLength, TagLength));
        CryptographicOperations.ZeroMemory(plain);
        return bytes;
    }

    /// <summary>Opens a key ring.</summary>
    /// <returns>The files by their names.</returns>
    /// <exception cref="HostException">The passphrase is another one, or the bytes were changed.</exception>
    public static IReadOnlyDictionary<string, byte[]> Open(ReadOnlySpan<byte> bytes, string passphrase)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadInt32BigEndian(bytes) is <= 0 or > MostIterations)
        {
            throw new HostException("The backup is damaged: its key ring is none.");
        }

        byte[] plain = new byte[bytes.Length - HeaderLength];
        try
        {
            using AesGcm cipher = CipherOf(bytes, passphrase);
            cipher.Decrypt(NonceOf(bytes), bytes[HeaderLength..], bytes.Slice(HeaderLength - TagLength, TagLength), plain);
        }
        catch (CryptographicException e)
        {
            throw new HostException("The passphrase does not open the key ring of the backup.", e);
        }

        using ZipArchive archive = new(new MemoryStream(plain));
        return archive.Entries.ToDictionary(static entry => Path.GetFileName(entry.FullName), BytesOf, StringComparer.Ordinal);
    }

    /// <summary>Writes the files of a key ring beside those that are there; a key of sandboxes in the place of the one that is there.</summary>
    public static void Write(string directory, IReadOnlyDictionary<string, byte[]> files)
    {
        KeyDirectory.Make(directory);
        foreach ((string name, byte[] content) in files)
        {
            KeyDirectory.Write(Path.Combine(directory, name), content);
        }
    }

    private static byte[] Pack(string directory)
    {
        string[] keys = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.xml") : [];
        if (keys.Length == 0)
        {
            throw new HostException($"'{directory}' has no keys. Name the directory of the key ring with --keys.");
        }

        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The accounts of the rows that sandboxes play are of their key.
            foreach (string key in keys.Concat(Directory.GetFiles(directory, SandboxKey.FileName)))
            {
                archive.CreateEntryFromFile(key, Path.GetFileName(key));
            }
        }

        return packed.ToArray();
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        using MemoryStream bytes = new();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static AesGcm CipherOf(ReadOnlySpan<byte> bytes, string passphrase)
    {
        byte[] key = Rfc2898DeriveBytes.Pbkdf2(passphrase, bytes.Slice(sizeof(int), SaltLength), BinaryPrimitives.ReadInt32BigEndian(bytes), HashAlgorithmName.SHA256, 32);
        AesGcm cipher = new(key, TagLength);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    private static ReadOnlySpan<byte> NonceOf(ReadOnlySpan<byte> bytes) => bytes.Slice(sizeof(int) + SaltLength, NonceLength);
}
