using System.Security.Cryptography;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;

namespace Interactor.Runtime.Tests.Telemetry;

/// <summary>A connector with a method of each kind, all of whose secrets hold the marker, and rules that quote whatever a provider says.</summary>
internal static class LifeCanary
{
    private static readonly TestCertificate Certificate = new("canary");

    private static readonly string PrivateKey = NewKey();

    /// <summary>Keys cannot hold the marker, so that the first line of each is one of its own.</summary>
    public static readonly string[] KeyLines = [PrivateKey.Split('\n')[1], Certificate.Key.Split('\n')[1]];

    private static readonly string[] Secrets = ["client_secret", "password", "api_key", "token", "token_secret", "saml", "long_key", "session_token"];

    public static readonly SecurityMethod[] Methods =
    [
        With("key-in-header", SecurityKind.ApiKey, static (request, context) => request.Header("X-Key", Text(context, "api_key"))),
        With("key-in-query", SecurityKind.ApiKey, static (request, context) => request.Query("key", Text(context, "api_key"))),
        With("key-in-cookie", SecurityKind.ApiKey, static (request, context) => request.Cookie("key", Uri.EscapeDataString(Text(context, "api_key")))),
        With("key-in-body", SecurityKind.ApiKey, static (request, context) => request.AddToBody("key", Text(context, "api_key"))),
        With("basic", SecurityKind.Basic, static (request, context) => request.Header("Authorization", BasicCredential.Header("ann", Text(context, "password")))),
        With("bearer", SecurityKind.Bearer, static (request, context) => request.Header("Authorization", "Bearer " + Text(context, "token"))),
        new() { Id = "digest", Kind = SecurityKind.Digest, Digest = new DigestSettings { Username = static _ => "ann", Password = Secret("password") } },
        new()
        {
            Id = "sigv4",
            Kind = SecurityKind.SigV4,
            SigV4 = new SigV4Settings { AccessKeyId = static _ => "id", SecretAccessKey = Secret("client_secret"), SessionToken = Secret("session_token"), Region = static _ => "r", Service = static _ => "s3" },
        },
        Signing("oauth1-plaintext", OAuth1SignatureMethod.Plaintext),
        Signing("oauth1-hmac", OAuth1SignatureMethod.HmacSha256),
        Signing("oauth1-rsa", OAuth1SignatureMethod.RsaSha1),
        new() { Id = "jwt", Kind = SecurityKind.Jwt, Apply = Bearer, Assertion = new JwtAssertion { Key = Secret("long_key"), Algorithm = "HS256" } },
        new() { Id = "jwt-rsa", Kind = SecurityKind.Jwt, Apply = Bearer, Assertion = new JwtAssertion { Key = static _ => PrivateKey } },
        new() { Id = "jwt-bad", Kind = SecurityKind.Jwt, Apply = Bearer, Assertion = new JwtAssertion { Key = Secret("password") } },
        Granting("code", SecurityKind.OAuth2Code, new OAuth2Settings { TokenUrl = Url, AuthorizeUrl = static _ => "https://a.login.example.com/authorize", RevokeUrl = Url, IntrospectUrl = Url, ClientId = static _ => "id", ClientSecret = Secret("client_secret") }),
        Granting("device", SecurityKind.OAuth2Device, new OAuth2Settings { TokenUrl = Url, DeviceUrl = Url, RevokeUrl = Url, ClientId = static _ => "id", ClientSecret = Secret("client_secret") }),
        Granting("client-in-body", SecurityKind.OAuth2ClientCredentials, new OAuth2Settings { TokenUrl = Url, RevokeUrl = Url, ClientId = static _ => "id", ClientSecret = Secret("client_secret") }),
        Granting("client-in-header", SecurityKind.OAuth2ClientCredentials, new OAuth2Settings { TokenUrl = Url, ClientId = static _ => "id", ClientSecret = Secret("client_secret"), ClientAuthentication = ClientAuthentication.Header }),
        Granting("client-in-json", SecurityKind.OAuth2ClientCredentials, new OAuth2Settings { TokenUrl = Url, ClientId = static _ => "id", ClientSecret = Secret("client_secret"), SendsJson = true }),
        Granting("client-signed", SecurityKind.OAuth2ClientCredentials, new OAuth2Settings { TokenUrl = Url, ClientId = static _ => "id", ClientAuthentication = ClientAuthentication.PrivateKeyJwt, ClientAssertion = new JwtAssertion { Key = static _ => PrivateKey } }),
        Granting(
            "client-certified",
            SecurityKind.OAuth2ClientCredentials,
            new OAuth2Settings { TokenUrl = Url, ClientId = static _ => "id", ClientAuthentication = ClientAuthentication.TlsClientAuth },
            new ClientCertificate { Chain = static _ => Certificate.Pem, Key = static _ => Certificate.Key }),
        Granting(
            "client-miscertified",
            SecurityKind.OAuth2ClientCredentials,
            new OAuth2Settings { TokenUrl = Url, ClientId = static _ => "id", ClientAuthentication = ClientAuthentication.TlsClientAuth },
            new ClientCertificate { Chain = Secret("password"), Key = static _ => Certificate.Key }),
        Granting("password", SecurityKind.OAuth2Password, new OAuth2Settings { TokenUrl = Url, GrantParameters = static (values, context) => values.Add("password", Text(context, "password")) }),
        Granting("jwt-bearer", SecurityKind.OAuth2JwtBearer, new OAuth2Settings { TokenUrl = Url, GrantAssertion = new JwtAssertion { Key = static _ => PrivateKey } }),
        Granting("saml", SecurityKind.OAuth2Saml2, new OAuth2Settings { TokenUrl = Url, GrantParameters = static (values, context) => values.Add("assertion", SamlAssertion.Encode($"<a>{Text(context, "saml")}</a>")) }),
        Granting("elsewhere", SecurityKind.OAuth2ClientCredentials, new OAuth2Settings { TokenUrl = static _ => "https://evil.example.org/token", ClientId = static _ => "id", ClientSecret = Secret("client_secret") }),
        Logging("session", SecurityKind.Session, assertion: null),
        Logging("installation", SecurityKind.AppInstallation, new JwtAssertion { Key = static _ => PrivateKey, Issuer = static _ => "app" }),
        Custom("custom", static text => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))),
        Custom("custom-throwing", static text => throw new FormatException(text)),
        Custom("custom-invalid", static text => text + new string('x', 100)),
    ];

    public static ConnectorDescriptor Connector(ActionDescriptor action) => new()
    {
        Owner = "test",
        Id = "life",
        Name = "Life",
        Version = "1.0.0",
        Servers = [new ServerDescriptor("api", static _ => "https://api.example.com"), new ServerDescriptor("evil", static _ => "https://evil.example.org")],
        Egress = ["api.example.com", "*.login.example.com"],
        Variables = [.. Secrets.Select(static name => new VariableDescriptor(name) { IsSecret = true, Scope = VariableScope.App })],
        Methods = Methods,
        Actions = [action],
    };

    public static void Fill(ConnectorOptions options)
    {
        foreach (string name in Secrets)
        {
            options.Values[name] = name == "long_key" ? Marker.Of(name) + Marker.Of(name) : Marker.Of(name);
        }
    }

    /// <summary>An account whose token is spent, so that the next call refreshes it.</summary>
    public static Connection Connected(string method) => new()
    {
        Method = method,
        Tokens = new Dictionary<string, Token>
        {
            ["main"] = new() { Value = Marker.Of("held"), Refresh = Marker.Of("refresh"), Secret = Marker.Of("held-secret"), ExpiresAt = DateTimeOffset.UnixEpoch },
        },
    };

    private static string Url(ActionContext context) => "https://a.login.example.com/token";

    private static string Text(ActionContext context, string name) => context.Variables.Text(name);

    private static Func<ActionContext, string> Secret(string name) => context => Text(context, name);

    private static void Bearer(RequestBuilder request, ActionContext context) => request.Header("Authorization", "Bearer " + context.Token("main").Value);

    private static SecurityMethod With(string id, SecurityKind kind, Action<RequestBuilder, ActionContext> apply) => new() { Id = id, Kind = kind, Apply = apply, Verify = Verify() };

    private static SecurityMethod Granting(string id, SecurityKind kind, OAuth2Settings settings, ClientCertificate? certificate = null) => new()
    {
        Id = id,
        Kind = kind,
        Apply = Bearer,
        OAuth = settings,
        Certificate = certificate,
        Verify = Verify(),
        NamedTokens = [new NamedToken("other", new TokenAnswer { Value = static (response, _) => response.Body.Element.GetProperty("other").GetString() })],
    };

    private static SecurityMethod Logging(string id, SecurityKind kind, JwtAssertion? assertion) => new()
    {
        Id = id,
        Kind = kind,
        Apply = Bearer,
        Verify = Verify(),
        Session = new SessionRequest
        {
            Method = "POST",
            Assertion = assertion,
            Build = static (request, context) =>
            {
                request.Url("https://a.login.example.com/login");
                request.Form("password", Text(context, "password"));
            },
            Token = static (response, _) => response.Body.Element.GetProperty("access_token").GetString(),
        },
        Disconnect = new DisconnectRequest
        {
            Build = static (request, context) =>
            {
                request.Url("https://a.login.example.com/logout");
                request.Form("token", context.Token("main").Value);
            },
        },
    };

    private static SecurityMethod Custom(string id, Func<string, string> sign)
    {
        SecurityMethod login = Logging(id, SecurityKind.Custom, assertion: null);
        JsonContract<string> output = new(JsonRead.TryString, JsonEmit.String, new JsonSchema(static () => """{"type":"string","maxLength":64}"""u8));
        ScriptDescriptor<string> script = new()
        {
            Name = "sign",
            FileName = "scripts/sign.cs",
            Code = ScriptCode.CSharp(JsonContracts.String, output, (text, _, _) => new ValueTask<string>(sign(text))),
            Output = output,
        };
        return new SecurityMethod
        {
            Id = id,
            Kind = SecurityKind.Custom,
            Apply = static (request, context) => request.Query("key", Text(context, "api_key")),
            Verify = login.Verify,
            Session = login.Session,
            Disconnect = login.Disconnect,
            Signature = new RequestSignature
            {
                Calls = new(1, (_, request, context) => script.With(JsonValue.From(request.Url + Text(context, "client_secret") + context.Token("main").Value), "here")),
                Write = static (request, _, context) =>
                {
                    request.Header("X-Signature", context.Result<string>(0));
                    request.Query("signature", context.Result<string>(0));
                },
            },
        };
    }

    private static SecurityMethod Signing(string id, OAuth1SignatureMethod signature) => new()
    {
        Id = id,
        Kind = SecurityKind.OAuth1,
        OAuth1 = new OAuth1Settings
        {
            ClientId = static _ => "id",
            ClientSecret = Secret("client_secret"),
            PrivateKey = static _ => PrivateKey,
            Signature = signature,
            Token = static _ => "token",
            TokenSecret = Secret("token_secret"),
        },
    };

    private static VerifyRequest Verify() => new()
    {
        Server = "api",
        Build = static (request, _) => request.Path("/me"),
        Identity = static (response, _) => new AccountIdentity(response.Body.Element.GetProperty("id").GetString()!, "label"),
    };

    private static string NewKey()
    {
        using RSA key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
