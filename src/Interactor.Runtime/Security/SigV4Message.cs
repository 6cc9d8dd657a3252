using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>The canonical form of one request and its signature (AWS General Reference, "Signature Version 4").</summary>
internal sealed partial class SigV4Message
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    // What proxies and clients change on the way.
    private static readonly FrozenSet<string> Unsigned = new[]
    {
        "accept", "accept-encoding", "authorization", "expect", "user-agent", "x-amzn-trace-id",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly SigV4Scope _scope;
    private readonly string _signedHeaders;
    private readonly string _text;

    public SigV4Message(string method, Uri uri, IEnumerable<KeyValuePair<string, string>> headers, string bodyHash, SigV4Scope scope)
    {
        _scope = scope;
        string port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        KeyValuePair<string, string>[] signed =
        [
            .. headers
                .Select(static h => new KeyValuePair<string, string>(h.Key.ToLowerInvariant(), Spaces().Replace(h.Value.Trim(), " ")))
                .Where(static h => !Unsigned.Contains(h.Key))
                .Append(new KeyValuePair<string, string>("host", uri.IdnHost + port))
                .OrderBy(static h => h.Key, StringComparer.Ordinal),
        ];
        _signedHeaders = string.Join(';', signed.Select(static h => h.Key));
        string lines = string.Concat(signed.Select(static h => $"{h.Key}:{h.Value}\n"));
        Canonical = $"{method}\n{Path(uri.AbsolutePath, scope.IsStorage)}\n{Query(uri.Query)}\n{lines}\n{_signedHeaders}\n{bodyHash}";
        _text = $"{Algorithm}\n{scope.Time}\n{scope}\n{HashOf(Encoding.UTF8.GetBytes(Canonical))}";
    }

    /// <summary>The canonical request.</summary>
    public string Canonical { get; }

    /// <summary>The header <c>Authorization</c>.</summary>
    public string Authorization(string keyId, string secretKey)
    {
        byte[] key = Hmac(Encoding.UTF8.GetBytes("AWS4" + secretKey), _scope.Date);
        foreach (string part in (string[])[_scope.Region, _scope.Service, "aws4_request"])
        {
            key = Hmac(key, part);
        }

        return $"{Algorithm} Credential={keyId}/{_scope}, SignedHeaders={_signedHeaders}, Signature={Convert.ToHexStringLower(Hmac(key, _text))}";
    }

    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    // A path is encoded on its way already, and once more in the signature. Storage decodes it first, so that each way to write a character is one.
    private static string Path(string path, bool isStorage)
    {
        if (isStorage)
        {
            return string.Join('/', path.Split('/').Select(static s => Encode(Uri.UnescapeDataString(s))));
        }

        string[] segments = [.. path.Split('/').Where(static s => s.Length > 0)];
        string joined = string.Join('/', segments.Select(Encode));
        return segments.Length == 0 ? "/" : path.EndsWith('/') ? $"/{joined}/" : $"/{joined}";
    }

    private static string Query(string query) => string.Join('&', query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.IndexOf('=', StringComparison.Ordinal) is var mark && mark < 0 ? (Name: pair, Value: "") : (Name: pair[..mark], Value: pair[(mark + 1)..]))
        .Select(static pair => (Name: Encode(Uri.UnescapeDataString(pair.Name)), Value: Encode(Uri.UnescapeDataString(pair.Value))))
        .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(static pair => pair.Value, StringComparer.Ordinal)
        .Select(static pair => $"{pair.Name}={pair.Value}"));

    private static string Encode(string value)
    {
        TextBuffer text = new();
        PercentEncoding.AppendTo(text, value, PercentEncoding.Unreserved);
        return text.Written.ToString();
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(" +", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
