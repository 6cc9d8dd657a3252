using Interactor.Runtime.Security;

namespace Interactor.Runtime.Tests.Telemetry;

/// <summary>A method of each kind that obtains or signs something, with the canary wherever a secret stands.</summary>
internal static class CanaryMethods
{
    public static readonly SecurityMethod[] All =
    [
        Granting("by-password", SecurityKind.OAuth2Password, static (values, context) => values.Add("password", Secret(context))),
        Granting("by-saml", SecurityKind.OAuth2Saml2, static (values, context) => values.Add("assertion", SamlAssertion.Encode($"<a>{Secret(context)}</a>"))),
        Granting("by-jwt", SecurityKind.OAuth2JwtBearer, grant: null, Long),
        Granting("by-bad-key", SecurityKind.OAuth2JwtBearer, grant: null, new JwtAssertion { Key = Secret }),
        new() { Id = "by-own-jwt", Kind = SecurityKind.Jwt, Assertion = Long },
        new() { Id = "by-digest", Kind = SecurityKind.Digest, Digest = new DigestSettings { Username = static _ => "ann", Password = Secret } },
        new()
        {
            Id = "by-keys",
            Kind = SecurityKind.SigV4,
            SigV4 = new SigV4Settings { AccessKeyId = static _ => "id", SecretAccessKey = Secret, SessionToken = Secret, Region = static _ => "r", Service = static _ => "s3" },
        },
        Signing("by-plaintext", OAuth1SignatureMethod.Plaintext),
        Signing("by-hmac", OAuth1SignatureMethod.HmacSha1),
        Signing("by-rsa", OAuth1SignatureMethod.RsaSha1),
    ];

    // As many bits as the algorithm wants.
    private static JwtAssertion Long => new() { Key = static context => Secret(context) + Secret(context), Algorithm = "HS256" };

    private static string Secret(ActionContext context) => context.Variables.Text("client_secret");

    private static SecurityMethod Granting(string id, SecurityKind kind, Action<NamedValues, ActionContext>? grant, JwtAssertion? assertion = null) => new()
    {
        Id = id,
        Kind = kind,
        OAuth = new OAuth2Settings { TokenUrl = static _ => "https://a.login.example.com/token", GrantParameters = grant, GrantAssertion = assertion },
    };

    private static SecurityMethod Signing(string id, OAuth1SignatureMethod signature) => new()
    {
        Id = id,
        Kind = SecurityKind.OAuth1,
        OAuth1 = new OAuth1Settings { ClientId = static _ => "id", ClientSecret = Secret, PrivateKey = Secret, Signature = signature, Token = static _ => "token", TokenSecret = Secret },
    };
}
