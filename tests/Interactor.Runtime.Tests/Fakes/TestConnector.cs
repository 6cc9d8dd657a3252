using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A connector with one method of each kind.</summary>
public static class TestConnector
{
    public const string Secret = "canary-5e6c-secret";

    public static ConnectorDescriptor Make(params ActionDescriptor[] actions) => Make(Methods(), actions);

    public static ConnectorDescriptor Make(SecurityMethod[] methods, params ActionDescriptor[] actions) => new()
    {
        Owner = "test",
        Id = "mini",
        Name = "Mini",
        Version = "1.0.0",
        Servers = [new ServerDescriptor("api", static _ => "https://api.example.com"), new ServerDescriptor("evil", static _ => "https://evil.example.org")],
        Egress = ["api.example.com", "*.login.example.com"],
        Variables =
        [
            new VariableDescriptor("api_key") { Scope = VariableScope.Account, IsSecret = true, IsRequired = true, AskFor = ["key"] },
            new VariableDescriptor("client_id") { IsRequired = true, AskFor = ["oauth", "client"] },
            new VariableDescriptor("client_secret") { IsSecret = true, IsRequired = true, AskFor = ["oauth", "client"] },
            new VariableDescriptor("region") { Type = VariableType.Text, Allowed = ["eu", "us"], Default = "eu" },
            new VariableDescriptor("limit") { Type = VariableType.Integer },
        ],
        Methods = methods,
        Actions = actions,
    };

    public static SecurityMethod[] Methods(
        ClientAuthentication authentication = ClientAuthentication.Body,
        Func<ProviderResponse, bool>? expired = null,
        ConnectStep[]? connect = null,
        VerifyRequest? verify = null) =>
    [
        new()
        {
            Id = "key",
            Kind = SecurityKind.ApiKey,
            Apply = static (request, context) => request.Header("X-Key", context.Variables.Text("api_key")),
            Verify = verify,
            Connect = connect ?? [],
        },
        new()
        {
            Id = "oauth",
            Kind = SecurityKind.OAuth2Code,
            Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
            OAuth = Settings(authentication),
            Expired = expired,
            Connect = connect ?? [],
            Verify = verify,
            Disconnect = new DisconnectRequest
            {
                Build = static (request, context) =>
                {
                    request.Url("https://a.login.example.com/revoke");
                    request.Form("token", context.Token("main").Refresh);
                },
            },
        },
        new()
        {
            Id = "client",
            Kind = SecurityKind.OAuth2ClientCredentials,
            Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
            OAuth = Settings(authentication),
        },
    ];

    public static ConnectorOptions Options(HttpMessageHandler provider, Connection? connection = null, TimeProvider? clock = null) => new()
    {
        HttpHandler = Transport.Over(provider),
        Connection = connection,
        TimeProvider = clock,
        Values = { ["api_key"] = Secret, ["client_id"] = "the client", ["client_secret"] = Secret },
    };

    public static Connection Connected(DateTimeOffset? expiresAt = null, string? refresh = "r1") => new()
    {
        Method = "oauth",
        Tokens = new Dictionary<string, Token> { ["main"] = new() { Value = "t1-" + Secret, Refresh = refresh, ExpiresAt = expiresAt, Scopes = ["a", "b"] } },
    };

    private static OAuth2Settings Settings(ClientAuthentication authentication) => new()
    {
        AuthorizeUrl = static _ => "https://a.login.example.com/authorize?tenant=x",
        AuthorizeParameters = static (parameters, _) => parameters.Add("access_type", "offline"),
        TokenUrl = static _ => "https://a.login.example.com/token",
        ClientId = static context => context.Variables.Text("client_id"),
        ClientSecret = static context => context.Variables.Text("client_secret"),
        ClientAuthentication = authentication,
        Scopes = ["base"],
    };
}
