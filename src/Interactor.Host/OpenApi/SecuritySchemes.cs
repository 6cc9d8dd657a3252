using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.People;
using Microsoft.OpenApi;

namespace Interactor.Host.OpenApi;

/// <summary>How requests say who makes them.</summary>
internal static class SecuritySchemes
{
    /// <summary>The key of an environment.</summary>
    public const string Key = "environmentKey";

    /// <summary>The cookie of a session.</summary>
    public const string Session = "session";

    /// <summary>The token that goes with the cookie wherever something is changed.</summary>
    public const string Token = "sessionToken";

    public static void AddTo(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = EnvironmentAccess.Header, Description = "The key of an environment." },
            [Session] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = PersonCookie.Scheme, Description = "The session of somebody who signed in." },
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = AccessGuard.AntiforgeryHeader,
                Description = "The csrfToken of the session, with every request that changes something.",
            },
        };
    }
}
