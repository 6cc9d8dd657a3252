using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Interactor.Runtime.Security;

/// <summary>A key to sign with, from the text that a person has of it.</summary>
internal sealed class JwtKey : IDisposable
{
    private readonly AsymmetricAlgorithm? _algorithm;

    private JwtKey(SecurityKey key, AsymmetricAlgorithm? algorithm)
    {
        Key = key;
        _algorithm = algorithm;
    }

    public SecurityKey Key { get; }

    public static JwtKey Of(string text, string algorithm)
    {
        if (algorithm.StartsWith("HS", StringComparison.Ordinal))
        {
            return new JwtKey(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(text)), null);
        }

        if (text.AsSpan().TrimStart().StartsWith("{"))
        {
            return new JwtKey(new JsonWebKey(text), null);
        }

        AsymmetricAlgorithm key = PrivateKey(text, algorithm);
        return new JwtKey(key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key), key);
    }

    /// <summary>What a person has to give for an algorithm.</summary>
    public static string Wanted(string algorithm) => algorithm[..2] switch
    {
        "HS" => "it wants a secret of at least as many bits as its name says",
        "ES" => "it wants a private key of its elliptic curve as PEM or JWK",
        _ => "it wants a private RSA key of at least 2048 bits as PEM or JWK",
    };

    /// <summary>A private key from PEM. Many people paste the text of a JSON file, whose line ends are written as <c>\n</c>.</summary>
    public static AsymmetricAlgorithm PrivateKey(string pem, string algorithm)
    {
        string text = pem.Replace("\\n", "\n", StringComparison.Ordinal);
        AsymmetricAlgorithm key = algorithm.StartsWith("ES", StringComparison.Ordinal) ? ECDsa.Create() : RSA.Create();
        try
        {
            key.ImportFromPem(text);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    public void Dispose() => _algorithm?.Dispose();
}
