using Interactor.Runtime;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;

namespace Interactor.Grants;

/// <summary>A connector of one action, whose provider rotates refresh tokens.</summary>
internal static class GrantConnector
{
    public const string Address = "test/grants";

    public static readonly RequestAction<JsonValue, JsonValue> Get = new()
    {
        Id = "thing.get",
        Version = "1.0.0",
        Effect = ActionEffect.Read,
        Methods = ["oauth", "named"],
        Input = JsonContracts.Any,
        Output = JsonContracts.Any,
        Server = "api",
        Method = "GET",
        Timeout = TimeSpan.FromSeconds(60),
        Build = static (request, _, _) => request.Path("/thing"),
    };

    public static ConnectorDescriptor At(Uri provider)
    {
        string url = provider.GetLeftPart(UriPartial.Authority);
        return new()
        {
            Owner = "test",
            Id = "grants",
            Name = "Grants",
            Version = "1.0.0",
            Servers = [new ServerDescriptor("api", _ => url)],
            Egress = ["api.example.com"],
            Methods =
            [
                new SecurityMethod
                {
                    Id = "oauth",
                    Kind = SecurityKind.OAuth2Code,
                    Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
                    OAuth = new OAuth2Settings { TokenUrl = _ => url + "/token", ClientId = static _ => "client" },
                },
                new SecurityMethod
                {
                    Id = "named",
                    Kind = SecurityKind.OAuth2Code,
                    Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("person").Value),
                    OAuth = new OAuth2Settings { TokenUrl = _ => url + "/none", ClientId = static _ => "client" },
                    NamedTokens = [new NamedToken("person", new TokenAnswer()) { Renew = new NamedTokenRefresh { Url = _ => url + "/token" } }],
                },
            ],
            Actions = [Get],
        };
    }
}
