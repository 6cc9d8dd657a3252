using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>
/// OAuth 1.0 (RFC 5849): with a token that the user has, <c>{ kind: oauth1, app: …, token: { value: …, secret: … } }</c>, or with the three endpoints
/// that give one to a person's consent.
/// </summary>
internal static class OAuth1Kind
{
    public static readonly SecurityKindBinder Binder = new(
        "oauth1",
        SecurityKind.OAuth1,
        static (reader, kind) => new SecurityPreset(ApplyModel.Nothing) { OAuth1 = Bind(reader, kind) });

    private static OAuth1Model? Bind(MappingReader reader, SecurityKindContext kind)
    {
        OAuth1SignatureMethod signature = reader.TakeChoice(
            "signature",
            OAuth1SignatureMethod.HmacSha1,
            ("HMAC-SHA1", OAuth1SignatureMethod.HmacSha1),
            ("HMAC-SHA256", OAuth1SignatureMethod.HmacSha256),
            ("RSA-SHA1", OAuth1SignatureMethod.RsaSha1),
            ("PLAINTEXT", OAuth1SignatureMethod.Plaintext));
        bool hasKey = signature == OAuth1SignatureMethod.RsaSha1;
        MappingReader? app = kind.Context.ReadMapping(reader.Require("app"), "'app'");
        TypedExpression? clientId = app is null ? null : kind.RequireCredential(app, "clientId");
        TypedExpression? clientSecret = app is null || hasKey ? null : kind.RequireCredential(app, "clientSecret");
        TypedExpression? privateKey = app is null || !hasKey ? null : kind.RequireCredential(app, "privateKey");
        app?.Done();
        OAuth1Model? model = clientId is null ? null : new OAuth1Model
        {
            ClientId = clientId,
            ClientSecret = clientSecret,
            PrivateKey = privateKey,
            Signature = signature,
            Realm = reader.TakeScalar("realm") is { } realm ? Slot.PublicText(realm, kind.Scopes.Settings(), kind.Context, "the realm", allowNull: true) : null,
        };
        if (reader.TakeMapping("token") is not { } token)
        {
            return model;
        }

        model = token.Has("url") || reader.Has("request") ? BindEndpoints(reader, token, model, kind) : BindToken(token, model, kind);
        token.Done();
        return model;
    }

    private static OAuth1Model? BindToken(MappingReader token, OAuth1Model? model, SecurityKindContext kind)
    {
        TypedExpression? value = kind.RequireCredential(token, "value");
        TypedExpression? secret = kind.RequireCredential(token, "secret");
        return model is null ? null : model with { Token = value, TokenSecret = secret };
    }

    private static OAuth1Model? BindEndpoints(MappingReader reader, MappingReader token, OAuth1Model? model, SecurityKindContext kind)
    {
        (TypedExpression? requestUrl, EquatableArray<NamedExpression> requestParameters) = Endpoint(reader.Require("request"), "'request'", kind, publicPlace: null);
        (TypedExpression? authorizeUrl, EquatableArray<NamedExpression> authorizeParameters) = Endpoint(reader.Require("authorize"), "'authorize'", kind, "the authorization URL");
        TypedExpression? tokenUrl = kind.Url(token, isRequired: true);
        return model is null ? null : model with
        {
            RequestUrl = requestUrl,
            RequestParameters = requestParameters,
            AuthorizeUrl = authorizeUrl,
            AuthorizeParameters = authorizeParameters,
            TokenUrl = tokenUrl,
        };
    }

    private static (TypedExpression? Url, EquatableArray<NamedExpression> Parameters) Endpoint(SyntaxNode? node, string what, SecurityKindContext kind, string? publicPlace)
    {
        if (kind.Context.ReadMapping(node, what) is not { } endpoint)
        {
            return default;
        }

        TypedExpression? url = kind.Url(endpoint, isRequired: true);
        EquatableArray<NamedExpression> parameters = NamedTexts.Bind(endpoint.Take("parameters"), "'parameters'", kind.Scopes.Settings(), kind.Context, publicPlace);
        endpoint.Done();
        return (url, parameters);
    }
}
