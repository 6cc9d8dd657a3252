using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>Reads an OAuth 2 scheme: of its flows the first that works, in the order of what people can do with them.</summary>
internal sealed class OAuthSchemeReader(ImportContext context, SchemeUrlReader urls)
{
    private const string AuthorizationUrl = "authorizationUrl";
    private const string TokenUrl = "tokenUrl";

    public SecurityScheme Read(string name, DocumentPlace place)
    {
        DocumentPlace? code = Flow(place, "authorizationCode", "accessCode");
        DocumentPlace? @implicit = Flow(place, "implicit");
        DocumentPlace? client = Flow(place, "clientCredentials", "application");
        DocumentPlace? password = Flow(place, "password");
        if ((code ?? @implicit) is { } interactive
            && (code ?? client ?? password) is { } tokens
            && urls.Read(tokens, TokenUrl, name) is { } token
            && urls.Read(interactive, AuthorizationUrl, name) is { } authorize)
        {
            return new SecurityScheme(name, SchemeKind.OAuthCode, place)
            {
                Authorize = authorize,
                Token = token,
                Refresh = urls.Read(tokens, "refreshUrl", name),
            };
        }

        if (client is not null && urls.Read(client, TokenUrl, name) is { } own)
        {
            return new SecurityScheme(name, SchemeKind.OAuthClientCredentials, place) { Token = own };
        }

        context.Log.Add(
            @implicit is not null && code is null ? ImportRules.SecurityImplicit
            : password is not null && code is null ? ImportRules.SecurityPassword
            : ImportRules.SecurityNoFlow,
            place,
            name);
        return new SecurityScheme(name, SchemeKind.Bearer, place);
    }

    // Swagger 2.0 has one flow, written beside its URLs.
    private DocumentPlace? Flow(DocumentPlace place, string name, string? ofSwagger = null)
    {
        if (!context.IsSwagger)
        {
            return place.Find("flows")?.Find(name);
        }

        string? flow = place.TextOf("flow")?.Trim();
        return flow == (ofSwagger ?? name) || flow == name ? place : null;
    }
}
