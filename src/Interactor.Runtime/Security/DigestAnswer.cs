using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>The answer to a challenge for one request (RFC 7616, section 3.4).</summary>
internal sealed class DigestAnswer(DigestChallenge challenge, string username, string password)
{
    /// <summary>The header <c>Authorization</c>.</summary>
    /// <param name="method">The request method.</param>
    /// <param name="target">Path and query as they are sent.</param>
    /// <param name="content">The body, for <c>auth-int</c>; null where there is none.</param>
    public string Authorization(string method, string target, RequestContent? content)
    {
        string count = challenge.Next().ToString("x8", CultureInfo.InvariantCulture);
        string secret = Hash($"{username}:{challenge.Realm}:{password}");
        if (challenge.IsSession)
        {
            secret = Hash($"{secret}:{challenge.Nonce}:{challenge.ClientNonce}");
        }

        string request = Hash(challenge.Quality == "auth-int" ? $"{method}:{target}:{Hash(content is null ? default : content.Bytes.Span)}" : $"{method}:{target}");
        string response = Hash(challenge.Quality is { } quality
            ? $"{secret}:{challenge.Nonce}:{count}:{challenge.ClientNonce}:{quality}:{request}"
            : $"{secret}:{challenge.Nonce}:{request}");

        StringBuilder header = new("Digest ");
        AppendUser(header);
        header.Append(CultureInfo.InvariantCulture, $", realm={Quoted(challenge.Realm)}, nonce={Quoted(challenge.Nonce)}, uri={Quoted(target)}");
        header.Append(CultureInfo.InvariantCulture, $", response=\"{response}\", algorithm={challenge.AlgorithmName}");
        if (challenge.Quality is not null)
        {
            header.Append(CultureInfo.InvariantCulture, $", qop={challenge.Quality}, nc={count}, cnonce={Quoted(challenge.ClientNonce)}");
        }

        if (challenge.Opaque is { } opaque)
        {
            header.Append(", opaque=").Append(Quoted(opaque));
        }

        return (challenge.HashesUser ? header.Append(", userhash=true") : header).ToString();
    }

    private void AppendUser(StringBuilder header)
    {
        if (challenge.HashesUser)
        {
            header.Append(CultureInfo.InvariantCulture, $"username=\"{Hash($"{username}:{challenge.Realm}")}\"");
        }
        else if (username.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            // RFC 7616, section 3.4; RFC 8187, section 3.2.
            TextBuffer encoded = new();
            PercentEncoding.AppendTo(encoded, username, PercentEncoding.Unreserved);
            header.Append("username*=UTF-8''").Append(encoded.Written);
        }
        else
        {
            header.Append("username=").Append(Quoted(username));
        }
    }

    private string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private string Hash(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(challenge.Algorithm == DigestAlgorithm.Sha256 ? SHA256.HashData(bytes) : MD5.HashData(bytes));

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
