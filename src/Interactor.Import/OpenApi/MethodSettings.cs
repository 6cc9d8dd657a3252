using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>The keys of the kinds of security.</summary>
internal static class MethodSettings
{
    public static (string Kind, DefinitionValue.Mapping Settings) Of(SecurityScheme scheme, CredentialVariables credentials, string method)
    {
        DefinitionValue.Mapping settings = DefinitionValue.Mapping.Empty;
        switch (scheme.Kind)
        {
            case SchemeKind.OAuthCode:
                return ("oauth2.code", settings
                    .With("authorize", Endpoint(scheme.Authorize!, "parameters"))
                    .With("token", Endpoint(scheme.Token!, "parameters"))
                    .With("refresh", scheme.Refresh is { } refresh && refresh.Url != scheme.Token!.Url ? settings.With("url", refresh.Url) : null)
                    .With("app", App(scheme, credentials, method)));
            case SchemeKind.OAuthClientCredentials:
                return ("oauth2.clientCredentials", settings
                    .With("token", Endpoint(scheme.Token!, "parameters"))
                    .With("app", App(scheme, credentials, method)));
            case SchemeKind.Bearer:
                return ("bearer", settings.With("token", credentials.Of(scheme, "token", method)));
            case SchemeKind.Basic:
                return ("basic", settings
                    .With("username", credentials.Of(scheme, "username", method))
                    .With("password", credentials.Of(scheme, "password", method)));
            case SchemeKind.ApiKey:
                return ("apiKey", settings
                    .With("in", scheme.In)
                    .With("name", scheme.Parameter)
                    .With("value", credentials.Of(scheme, "api_key", method)));
            default:
                return ("none", settings);
        }
    }

    private static DefinitionValue.Mapping Endpoint(SchemeUrl url, string parameters) =>
        DefinitionValue.Mapping.Empty.With("url", url.Url).With(parameters, url.Parameters.IsEmpty ? null : url.Parameters);

    private static DefinitionValue.Mapping App(SecurityScheme scheme, CredentialVariables credentials, string method) => DefinitionValue.Mapping.Empty
        .With("clientId", credentials.Of(scheme, "client_id", method))
        .With("clientSecret", credentials.Of(scheme, "client_secret", method));
}
