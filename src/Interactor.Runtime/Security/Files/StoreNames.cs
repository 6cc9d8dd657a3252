using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Security.Files;

/// <summary>
/// The names of a store's files. They say nothing of the account: they are computed with a secret that the store's first file keeps, encrypted, and that stays when the key is replaced.
/// </summary>
internal sealed class StoreNames
{
    /// <summary>The file that keeps the secret.</summary>
    public const string Secret = "store";

    public const string Suffix = ".credential";

    private const int SecretSize = 32;
    private const int NameSize = 20;

    private readonly byte[] _secret;

    private StoreNames(byte[] secret) => _secret = secret;

    public string Of(ConnectionKey key)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{key.Connector.Length}:{key.Connector}{key.Account}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(_secret, text).AsSpan(0, NameSize)) + Suffix;
    }

    /// <summary>Reads the secret; the first use of a directory makes it.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: it cannot be read, or is gone while credentials are there.</exception>
    public static async ValueTask<StoreNames> OpenAsync(string directory, IReadOnlyList<CredentialKey> keys, TimeSpan limit, CancellationToken cancellationToken)
    {
        Create(directory);
        string path = Path.Combine(directory, Secret);
        if (DurableFile.Read(path) is { } existing)
        {
            return Open(keys, existing);
        }

        using FileLock held = await FileLock.TakeAsync(path + ".lock", limit, cancellationToken).ConfigureAwait(false);
        if (DurableFile.Read(path) is { } made)
        {
            return Open(keys, made);
        }

        if (Directory.EnumerateFiles(directory, "*" + Suffix).Any())
        {
            throw SealedBytes.Unreadable(Secret, "it is missing, but there are credentials");
        }

        byte[] secret = RandomNumberGenerator.GetBytes(SecretSize);
        DurableFile.Write(path, SealedBytes.Seal(keys[0], Secret, secret));
        return new StoreNames(secret);
    }

    private static StoreNames Open(IReadOnlyList<CredentialKey> keys, byte[] bytes)
    {
        byte[] secret = SealedBytes.Open(keys, Secret, bytes);
        return secret.Length == SecretSize ? new StoreNames(secret) : throw SealedBytes.Unreadable(Secret, "it was damaged or changed");
    }

    private static void Create(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
