using System.Net;
using System.Security.Cryptography;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using RestSharp;
using RestSharp.Authenticators.OAuth;
using Xunit;
using Peer = RestSharp.Authenticators.OAuth1Authenticator;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Signatures of many requests that nobody wrote, by us and by another implementation.</summary>
public sealed class OAuth1RandomTests
{
    private const int Requests = 300;

    // What encoding changes and what it leaves, letters that differ in case only, and text outside of ASCII.
    private static readonly string[] Pieces = ["a", "A", "b", "z", "0", "9", "-", ".", "_", "~", " ", "+", "%", "&", "=", "/", "?", "!", "*", "'", "(", ")", ":", "@", "ä", "€", "\ud83d\ude00"];

    // The other implementation sorts names before it encodes them, where section 3.4.1.3.2 of RFC 5849 sorts what is encoded; names of these are alike in both.
    private static readonly string[] Unreserved = [.. Pieces.Where(static piece => Uri.EscapeDataString(piece) == piece)];

    public static TheoryData<OAuth1SignatureMethod> Methods { get; } = new(OAuth1SignatureMethod.HmacSha1, OAuth1SignatureMethod.HmacSha256, OAuth1SignatureMethod.RsaSha1);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Another_implementation_signs_alike(OAuth1SignatureMethod method)
    {
        Random random = new(20260102);
        using RSA key = RSA.Create(2048);
        for (int i = 0; i < Requests; i++)
        {
            bool isPost = random.Next(2) == 0;
            string clientSecret = method == OAuth1SignatureMethod.RsaSha1 ? key.ToXmlString(includePrivateParameters: true) : Text(random, 12);
            string tokenSecret = Text(random, 12);
            (string Name, string Value)[] query = Pairs(random);
            (string Name, string Value)[] form = isPost ? Pairs(random) : [];

            SentRequest sent = await SendAsync(method, isPost, clientSecret, tokenSecret, query, form);
            Dictionary<string, string> header = sent.Header("Authorization")!["OAuth ".Length..].Split(',')
                .Select(static pair => pair.Split('=', 2))
                .ToDictionary(static pair => pair[0].Trim(), static pair => WebUtility.UrlDecode(pair[1].Trim('"')));
            string expected = header["oauth_signature"];
            IEnumerable<KeyValuePair<string, string>> parameters = header.Where(static pair => pair.Key is not ("oauth_signature" or "realm"))
                .Concat(form.Select(static pair => new KeyValuePair<string, string>(pair.Name, pair.Value)));
            string text = OAuth1Message.BaseString(isPost ? "POST" : "GET", new Uri(sent.Url), parameters);

            Assert.Equal(expected, OAuth1Message.Signature(method, text, clientSecret, tokenSecret, key.ExportPkcs8PrivateKeyPem()));
        }
    }

    private static async Task<SentRequest> SendAsync(
        OAuth1SignatureMethod method, bool isPost, string clientSecret, string tokenSecret, (string Name, string Value)[] query, (string Name, string Value)[] form)
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("{}"));
        Peer authenticator = Peer.ForProtectedResource("client", clientSecret, "token", tokenSecret, method switch
        {
            OAuth1SignatureMethod.HmacSha1 => OAuthSignatureMethod.HmacSha1,
            OAuth1SignatureMethod.HmacSha256 => OAuthSignatureMethod.HmacSha256,
            _ => OAuthSignatureMethod.RsaSha1,
        });
        using RestClient client = new(new RestClientOptions { ConfigureMessageHandler = _ => provider, Authenticator = authenticator });
        RestRequest request = new("https://api.example.com/a", isPost ? Method.Post : Method.Get);
        Array.ForEach(query, pair => request.AddQueryParameter(pair.Name, pair.Value));
        Array.ForEach(form, pair => request.AddParameter(pair.Name, pair.Value, ParameterType.GetOrPost));
        await client.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return provider.Only;
    }

    private static (string Name, string Value)[] Pairs(Random random) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(_ => ("p" + Text(random, 4, Unreserved), Text(random, 8))).DistinctBy(static pair => pair.Item1)];

    private static string Text(Random random, int most, string[]? pieces = null) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => (pieces ?? Pieces)[random.Next((pieces ?? Pieces).Length)]));
}
