using System.Net;
using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using RestSharp;
using Xunit;
using Peer = RestSharp.Authenticators.OAuth1Authenticator;

namespace Interactor.Runtime.Tests.Security;

/// <summary>The signature of OAuth 1.0 against the RFC, a provider's published example, and another implementation.</summary>
public sealed class OAuth1SignatureTests
{
    // RFC 5849, section 3.4.1.1.
    private const string RfcText =
        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2"
        + "%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7";

    [Fact]
    public void The_base_string_of_the_RFC()
    {
        IEnumerable<KeyValuePair<string, string>> parameters =
        [
            new("oauth_consumer_key", "9djdj82h48djs9d2"),
            new("oauth_token", "kkk9d7dh3k39sjv7"),
            new("oauth_signature_method", "HMAC-SHA1"),
            new("oauth_timestamp", "137131201"),
            new("oauth_nonce", "7d8f3e4a"),
            .. OAuth1Message.Pairs("c2&a3=2+q"),
        ];
        Assert.Equal(RfcText, OAuth1Message.BaseString("post", new Uri("http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b"), parameters));
    }

    // RFC 5849, section 3.4.1.2.
    [Theory]
    [InlineData("http://EXAMPLE.COM:80/r%20v/X?id=123", "http%3A%2F%2Fexample.com%2Fr%2520v%2FX&id%3D123")]
    [InlineData("https://www.example.net:8080/?q=1", "https%3A%2F%2Fwww.example.net%3A8080%2F&q%3D1")]
    public void The_address_of_the_RFC(string url, string expected) => Assert.Equal("GET&" + expected, OAuth1Message.BaseString("GET", new Uri(url), []));

    // The second one is the RFC's text with its own secrets, as erratum 2550 has it.
    [Theory]
    [InlineData(
        "GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacation.jpg%26oauth_consumer_key%3Ddpf43f3p2l4k3l03%26oauth_nonce%3DchapoH%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131202%26oauth_token%3Dnnch734d00sl2jdk%26size%3Doriginal",
        "kd94hf93k423kf44",
        "pfkkdhi9sl3r4s00",
        "MdpQcU8iPSUjWoN/UDMsK2sui9I=")]
    [InlineData(RfcText, "j49sk3j29djd", "dh893hdasih9", "r6/TJjbCOr97/+UU0NsvSne7s5g=")]
    public void The_signatures_of_the_RFC(string text, string clientSecret, string tokenSecret, string expected) =>
        Assert.Equal(expected, OAuth1Message.Signature(OAuth1SignatureMethod.HmacSha1, text, clientSecret, tokenSecret, null));

    // RFC 5849, section 2.1.
    [Fact]
    public void Plaintext_is_the_encoded_secrets() =>
        Assert.Equal("kd%2694&", OAuth1Message.Signature(OAuth1SignatureMethod.Plaintext, "", "kd&94", null, null));

    [Fact]
    public void A_private_key_signs_what_its_public_half_confirms()
    {
        using RSA key = RSA.Create(2048);
        string signature = OAuth1Message.Signature(OAuth1SignatureMethod.RsaSha1, RfcText, null, "ignored", key.ExportPkcs8PrivateKeyPem());
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes(RfcText), Convert.FromBase64String(signature), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("canary")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----")]
    public void A_bad_private_key_is_refused_without_being_quoted(string? key)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => OAuth1Message.Signature(OAuth1SignatureMethod.RsaSha1, RfcText, null, null, key));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Y2Fu", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "https://api.example.com/a/b", "")]
    [InlineData("GET", "https://api.example.com:8443/a/b?z=1", "")]
    [InlineData("GET", "https://api.example.com/a?z=1&a=%C3%A4%20b&a=", "")]
    [InlineData("GET", "https://api.example.com/a?b=1&A=2", "")]
    [InlineData("GET", "https://api.example.com/a?x=*%27%21", "")]
    [InlineData("POST", "https://api.example.com/?q=~-._", "status=Hello+Ladies+%2B+Gentlemen%2C+%C3%A9&b=%26")]
    public async Task Another_implementation_signs_alike(string method, string url, string form)
    {
        foreach ((OAuthSignature name, OAuth1SignatureMethod ours) in ((OAuthSignature, OAuth1SignatureMethod)[])[(OAuthSignature.HmacSha1, OAuth1SignatureMethod.HmacSha1), (OAuthSignature.HmacSha256, OAuth1SignatureMethod.HmacSha256)])
        {
            string header = await RestSharpHeaderAsync(name, method, url, form);
            Dictionary<string, string> sent = header["OAuth ".Length..].Split(',').Select(static p => p.Split('=', 2)).ToDictionary(static p => p[0].Trim(), static p => WebUtility.UrlDecode(p[1].Trim('"')));
            string signature = sent["oauth_signature"];
            sent.Remove("oauth_signature");
            sent.Remove("realm");
            string text = OAuth1Message.BaseString(method, new Uri(url), sent.Concat(OAuth1Message.Pairs(form)));
            Assert.Equal(signature, OAuth1Message.Signature(ours, text, "client secret", "token&secret", null));
        }
    }

    private enum OAuthSignature
    {
        HmacSha1,
        HmacSha256,
    }

    private static async Task<string> RestSharpHeaderAsync(OAuthSignature signature, string method, string url, string form)
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("{}"));
        using RestClient client = new(new RestClientOptions
        {
            ConfigureMessageHandler = _ => provider,
            Authenticator = Peer.ForProtectedResource(
                "client",
                "client secret",
                "token",
                "token&secret",
                signature == OAuthSignature.HmacSha1 ? RestSharp.Authenticators.OAuth.OAuthSignatureMethod.HmacSha1 : RestSharp.Authenticators.OAuth.OAuthSignatureMethod.HmacSha256),
        });
        RestRequest request = new(url.Split('?')[0], method == "GET" ? Method.Get : Method.Post);
        foreach ((string name, string value) in OAuth1Message.Pairs(new Uri(url).Query.TrimStart('?')))
        {
            request.AddQueryParameter(name, value);
        }

        foreach ((string name, string value) in OAuth1Message.Pairs(form))
        {
            request.AddParameter(name, value, ParameterType.GetOrPost);
        }

        await client.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return provider.Only.Header("Authorization")!;
    }
}
