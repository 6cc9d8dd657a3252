using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Security;

/// <summary>A key of 256 bits by which a store encrypts. <see cref="Id"/> names it; nothing else of it is ever shown.</summary>
public sealed class CredentialKey
{
    /// <summary>How many bytes a key has.</summary>
    public const int Size = 32;

    internal const int IdSize = 8;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly byte[] _bytes;

    /// <summary>A key of random bytes, such as a secret store keeps.</summary>
    /// <exception cref="ArgumentException">There are not <see cref="Size"/> bytes.</exception>
    public CredentialKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A credential key has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _bytes = bytes.ToArray();
        IdBytes = HMACSHA256.HashData(_bytes, "interactor credential key id"u8)[..IdSize];
        Id = Convert.ToHexStringLower(IdBytes);
    }

    /// <summary>Names the key by sixteen hexadecimal digits that are computed from it and give nothing of it away.</summary>
    public string Id { get; }

    internal byte[] IdBytes { get; }

    /// <summary>A key from Base64, as an environment variable holds it.</summary>
    /// <exception cref="ArgumentException">The text is not Base64 (RFC 4648, section 4) of <see cref="Size"/> bytes.</exception>
    public static CredentialKey FromBase64(string base64)
    {
        ArgumentNullException.ThrowIfNull(base64);
        Span<byte> bytes = stackalloc byte[Size];
        bool isKey = Convert.TryFromBase64String(base64.Trim(), bytes, out int written) && written == Size;
        CredentialKey? key = isKey ? new CredentialKey(bytes) : null;
        CryptographicOperations.ZeroMemory(bytes);
        return key ?? throw new ArgumentException($"A credential key is the Base64 of {Size} bytes.", nameof(base64));
    }

    /// <summary>A key from a file that holds it in Base64, as <see cref="CreateFile"/> writes it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Others than its owner may read or write the file.</exception>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static CredentialKey FromFile(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
        {
            throw new UnauthorizedAccessException($"Others than its owner may use the key file '{path}'. Make it private (mode 0600).");
        }

        try
        {
            return FromBase64(File.ReadAllText(path));
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"The file '{path}' does not hold the Base64 of {Size} bytes.", e);
        }
    }

    /// <summary>Makes a new key and keeps it in a new file that only its owner may read.</summary>
    /// <exception cref="IOException">The file exists already, or cannot be written.</exception>
    public static CredentialKey CreateFile(string path)
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(Size);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using FileStream file = new(path, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes) + "\n"));
        file.Flush(flushToDisk: true);
        CredentialKey key = new(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    /// <summary>Shows the id and nothing of the key.</summary>
    public override string ToString() => $"CredentialKey {{ Id = {Id} }}";

    /// <summary>A key for one message, so that no key meets the same nonce twice (RFC 5869).</summary>
    internal void Derive(ReadOnlySpan<byte> salt, Span<byte> derived) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, derived, salt, "interactor credential file 1"u8);
}
