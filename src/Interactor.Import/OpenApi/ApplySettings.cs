using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>The key <c>apply</c> of a method of several schemes: what the others add to each request.</summary>
internal static class ApplySettings
{
    public static DefinitionValue.Mapping Of(SecurityScheme[] schemes, CredentialVariables credentials, string method)
    {
        if (schemes.Length < 2)
        {
            return DefinitionValue.Mapping.Empty;
        }

        DefinitionValue.Mapping headers = DefinitionValue.Mapping.Empty;
        DefinitionValue.Mapping query = headers;
        DefinitionValue.Mapping cookies = headers;

        // For the OAuth kinds apply stands in place of what they send by themselves.
        if (schemes[0].Kind is SchemeKind.OAuthCode or SchemeKind.OAuthClientCredentials)
        {
            headers = headers.With("Authorization", DefinitionText.Of("Bearer ") + DefinitionText.Of(ExpressionText.Token));
        }

        foreach (SecurityScheme scheme in schemes.Skip(1))
        {
            switch (scheme.Kind)
            {
                case SchemeKind.ApiKey when scheme.In == "query":
                    query = query.With(scheme.Parameter, credentials.Of(scheme, "api_key", method));
                    break;
                case SchemeKind.ApiKey when scheme.In == "cookie":
                    cookies = cookies.With(scheme.Parameter, credentials.Of(scheme, "api_key", method));
                    break;
                case SchemeKind.ApiKey:
                    headers = headers.With(scheme.Parameter, credentials.Of(scheme, "api_key", method));
                    break;
            }
        }

        return DefinitionValue.Mapping.Empty
            .With("headers", headers.IsEmpty ? null : headers)
            .With("query", query.IsEmpty ? null : query)
            .With("cookies", cookies.IsEmpty ? null : cookies);
    }
}
