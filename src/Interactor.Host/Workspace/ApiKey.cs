using System.Security.Cryptography;
using System.Text;

namespace Interactor.Host.Workspace;

/// <summary>The key of an environment: <c>ik_</c>, an id to find it by, and a secret of 256 bits, of which only the hash is kept.</summary>
internal sealed record ApiKey(string Id, byte[] Hash)
{
    private const string Prefix = "ik_";
    private const int IdLength = 16;

    /// <summary>Makes a key.</summary>
    /// <returns>What is kept, and the text that is shown once.</returns>
    public static (ApiKey Key, string Text) New()
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new ApiKey(id, HashOf(secret)), $"{Prefix}{id}_{secret}");
    }

    /// <summary>Reads a key as somebody sent it; null where it cannot be one.</summary>
    public static ApiKey? Parse(string? text)
    {
        int end = Prefix.Length + IdLength;
        return text?.Length is > 0 and < 200 && text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length > end + 1 && text[end] == '_'
            ? new ApiKey(text[Prefix.Length..end], HashOf(text[(end + 1)..]))
            : null;
    }

    /// <summary>Whether it is the key that a hash was kept of, in a time that does not depend on the answer.</summary>
    public bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);

    // A secret that nobody can guess needs no slow hash.
    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
