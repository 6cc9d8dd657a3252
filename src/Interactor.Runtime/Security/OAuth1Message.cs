using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>The signature of one request and the header that carries it (RFC 5849, sections 3.4 and 3.5.1).</summary>
internal sealed class OAuth1Message(OAuth1Settings settings, ActionContext context)
{
    public string? Token { get; init; }

    public string? TokenSecret { get; init; }

    /// <summary>Where the person comes back to, in a request for temporary credentials.</summary>
    public string? Callback { get; init; }

    /// <summary>What the person brought back, in a request for a token.</summary>
    public string? Verifier { get; init; }

    /// <summary>The header <c>Authorization</c> of a request.</summary>
    /// <param name="method">The request method.</param>
    /// <param name="uri">Where it goes.</param>
    /// <param name="fields">The fields of a form body.</param>
    public string Authorization(string method, Uri uri, IEnumerable<KeyValuePair<string, string>> fields)
    {
        NamedValues protocol = new();
        protocol.Add("oauth_callback", Callback);
        protocol.Add("oauth_consumer_key", settings.ClientId(context));
        protocol.Add("oauth_nonce", context.Runtime.NewUuid().Replace("-", "", StringComparison.Ordinal));
        protocol.Add("oauth_signature_method", NameOf(settings.Signature));
        protocol.Add("oauth_timestamp", context.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        protocol.Add("oauth_token", Token);
        protocol.Add("oauth_verifier", Verifier);
        protocol.Add("oauth_version", "1.0");
        string text = BaseString(method, uri, protocol.Items.Concat(fields));
        protocol.Add("oauth_signature", Signature(settings.Signature, text, settings.ClientSecret?.Invoke(context), TokenSecret, settings.PrivateKey?.Invoke(context)));

        StringBuilder header = new("OAuth ");
        if (settings.Realm?.Invoke(context) is { } realm)
        {
            // A quoted string (RFC 9110, section 5.6.4), unlike the other parameters, which are percent-encoded.
            header.Append("realm=\"").Append(realm.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\", ");
        }

        return header.AppendJoin(", ", protocol.Items.Select(static item => $"{Encode(item.Key)}=\"{Encode(item.Value)}\"")).ToString();
    }

    /// <summary>The signature base string (section 3.4.1).</summary>
    public static string BaseString(string method, Uri uri, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        IEnumerable<string> pairs = parameters.Concat(Pairs(uri.Query.TrimStart('?')))
            .Select(static pair => (Name: Encode(pair.Key), Value: Encode(pair.Value)))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Value, StringComparer.Ordinal)
            .Select(static pair => $"{pair.Name}={pair.Value}");
        string port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        string address = $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}{port}{uri.AbsolutePath}";
        return $"{method.ToUpperInvariant()}&{Encode(address)}&{Encode(string.Join('&', pairs))}";
    }

    /// <summary>The signature (sections 3.4.2 to 3.4.4).</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the private key is none.</exception>
    public static string Signature(OAuth1SignatureMethod method, string baseString, string? clientSecret, string? tokenSecret, string? privateKey)
    {
        string secrets = $"{Encode(clientSecret ?? "")}&{Encode(tokenSecret ?? "")}";
        byte[] key = Encoding.ASCII.GetBytes(secrets);
        byte[] text = Encoding.ASCII.GetBytes(baseString);
        return method switch
        {
            OAuth1SignatureMethod.HmacSha1 => Convert.ToBase64String(HMACSHA1.HashData(key, text)),
            OAuth1SignatureMethod.HmacSha256 => Convert.ToBase64String(HMACSHA256.HashData(key, text)),
            OAuth1SignatureMethod.RsaSha1 => Convert.ToBase64String(SignByKey(privateKey, text)),
            _ => secrets,
        };
    }

    /// <summary>The decoded pairs of a query or a form.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string encoded) =>
        from pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let mark = pair.IndexOf('=', StringComparison.Ordinal)
        select new KeyValuePair<string, string>(
            WebUtility.UrlDecode(mark < 0 ? pair : pair[..mark]),
            mark < 0 ? "" : WebUtility.UrlDecode(pair[(mark + 1)..]));

    private static byte[] SignByKey(string? privateKey, byte[] text)
    {
        try
        {
            using RSA rsa = (RSA)JwtKey.PrivateKey(privateKey ?? "", "RSA");
            return rsa.SignData(text, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            // What went wrong stays behind: a message may quote the key.
            throw new InteractorException(ErrorCode.InputInvalid, "The private key cannot sign by RSA-SHA1: it wants a private RSA key as PEM.");
        }
    }

    private static string NameOf(OAuth1SignatureMethod method) => method switch
    {
        OAuth1SignatureMethod.HmacSha1 => "HMAC-SHA1",
        OAuth1SignatureMethod.HmacSha256 => "HMAC-SHA256",
        OAuth1SignatureMethod.RsaSha1 => "RSA-SHA1",
        _ => "PLAINTEXT",
    };

    private static string Encode(string value)
    {
        TextBuffer text = new();
        PercentEncoding.AppendTo(text, value, PercentEncoding.Unreserved);
        return text.Written.ToString();
    }
}
