using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>Writes into a token what it is good for, signed, so that a server can read it that did not issue it.</summary>
internal sealed class TokenSeal(byte[] key)
{
    public string Put(string text, string connector, DateTimeOffset expiresAt, string scope)
    {
        string open = $"{text}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{connector}\n{expiresAt.ToUnixTimeMilliseconds()}\n{scope}"))}";
        return $"{open}.{Sign(open)}";
    }

    /// <summary>What is written in a token; null where this key did not sign it.</summary>
    public (string Connector, DateTimeOffset ExpiresAt, string Scope)? Read(string text)
    {
        if (text.Split('.') is not [var name, var content, var signature]
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign($"{name}.{content}"))))
        {
            return null;
        }

        string[] parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(content)).Split('\n', 3);
        return (parts[0], DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)), parts[2]);
    }

    private string Sign(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
