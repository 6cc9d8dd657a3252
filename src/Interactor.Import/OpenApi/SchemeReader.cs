using Interactor.Compiler.Binding.Requests;
using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>Reads security schemes of OpenAPI 3 and of Swagger 2.0.</summary>
internal sealed class SchemeReader(ImportContext context, SchemeUrlReader urls)
{
    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<SecurityScheme> Read()
    {
        DocumentPlace? section = context.IsSwagger
            ? context.Top.Find("securityDefinitions")
            : context.Top.Find("components")?.Find("securitySchemes");
        List<SecurityScheme> schemes = [];
        foreach (DocumentPlace member in (section?.Members ?? []).OrderBy(m => m.Token, StringComparer.Ordinal))
        {
            if (member.IsMapping && context.Resolve(member) is { } scheme)
            {
                schemes.Add(ReadOne(member.Token, scheme));
            }
        }

        return schemes;
    }

    private SecurityScheme ReadOne(string name, DocumentPlace place)
    {
        string type = place.TextOf("type")?.Trim() ?? "";
        switch (type.ToLowerInvariant())
        {
            case "apikey":
                return ReadKey(name, place);
            case "basic":
                return new SecurityScheme(name, SchemeKind.Basic, place);
            case "http":
                return ReadHttp(name, place);
            case "oauth2":
                return new OAuthSchemeReader(context, urls).Read(name, place);
            case "mutualtls":
                return Unsupported(name, place, type, SchemeKind.None, "the client's certificate is not part of a definition");
            case "openidconnect":
                return Unsupported(name, place, type, SchemeKind.Bearer, "the token itself is asked for");
            default:
                return Unsupported(name, place, type, SchemeKind.None, "no credential is sent for it");
        }
    }

    private SecurityScheme ReadHttp(string name, DocumentPlace place)
    {
        string scheme = place.TextOf("scheme")?.Trim() ?? "";
        return scheme.ToLowerInvariant() switch
        {
            "basic" => new SecurityScheme(name, SchemeKind.Basic, place),
            "bearer" => new SecurityScheme(name, SchemeKind.Bearer, place),
            _ => Unsupported(name, place, scheme, SchemeKind.Bearer, "a bearer token is asked for"),
        };
    }

    private SecurityScheme ReadKey(string name, DocumentPlace place)
    {
        string location = place.TextOf("in")?.Trim().ToLowerInvariant() ?? "header";
        string parameter = place.TextOf("name")?.Trim() ?? "";
        string? problem = location switch
        {
            "query" when parameter.Length > 0 => null,
            "header" or "cookie" => HeaderName.Problem(parameter),
            _ => "a key stands in a header, the query or a cookie",
        };
        return problem is null
            ? new SecurityScheme(name, SchemeKind.ApiKey, place) { In = location, Parameter = parameter }
            : Unsupported(name, place, parameter, SchemeKind.None, problem);
    }

    private SecurityScheme Unsupported(string name, DocumentPlace place, string what, SchemeKind instead, string message)
    {
        context.Log.Add(ImportRules.SecurityKind, place, what, name, message);
        return new SecurityScheme(name, instead, place);
    }
}
