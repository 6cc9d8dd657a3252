using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>Reads the settings that the OAuth 2 kinds share: <c>authorize</c>, <c>token</c>, <c>refresh</c>, <c>app</c>, <c>scopes</c>.</summary>
internal sealed class OAuth2Settings(MappingReader reader, SecurityKindContext kind)
{
    /// <summary>A bearer header with the connection's main token.</summary>
    public static ApplyModel BearerApply { get; } = new(
    [
        BearerKind.Authorization(new RootExpression("token", "context.Token(\"main\").Value", new StringTypeModel(), IsSecret: true)),
    ]);

    private readonly ExpressionScope _scope = kind.Scopes.Settings();

    /// <summary>A grant of a registered client, which has an id.</summary>
    public OAuthModel? Read(bool withAuthorize)
    {
        (TypedExpression? authorizeUrl, EquatableArray<NamedExpression> authorizeParameters, bool pkce) = withAuthorize ? ReadAuthorize() : default;
        return ReadShared(isAppRequired: true) is { } model
            ? model with { AuthorizeUrl = authorizeUrl, AuthorizeParameters = authorizeParameters, Pkce = pkce }
            : null;
    }

    /// <summary>A grant by a person's consent on another device.</summary>
    public OAuthModel? ReadDevice()
    {
        MappingReader? device = kind.Context.ReadMapping(reader.Require("device"), "'device'");
        TypedExpression? url = device is null ? null : kind.Url(device, isRequired: true);
        EquatableArray<NamedExpression> parameters = device is null ? [] : NamedTexts.Bind(device.Take("parameters"), "'parameters'", _scope, kind.Context);
        device?.Done();
        return ReadShared(isAppRequired: true) is { } model ? model with { DeviceUrl = url, DeviceParameters = parameters } : null;
    }

    /// <summary>A grant that may say enough without a client.</summary>
    public OAuthModel? Read(OAuth2Grant grant) =>
        ReadShared(isAppRequired: false) is { } model ? model with { GrantParameters = grant.Parameters, GrantAssertion = grant.Assertion } : null;

    private OAuthModel? ReadShared(bool isAppRequired)
    {
        MappingReader? token = kind.Context.ReadMapping(reader.Require("token"), "'token'");
        MappingReader? app = kind.Context.ReadMapping(isAppRequired ? reader.Require("app") : reader.Take("app"), "'app'");
        MappingReader? refresh = reader.TakeMapping("refresh");
        EquatableArray<string> scopes = reader.TakeScalars("scopes").Select(JsonText.Plain).ToEquatableArray();
        EquatableArray<IncludedScopesModel> includes = ReadIncludes();
        string separator = reader.TakeText("scopeSeparator") ?? " ";
        if (token is null || (app is null && isAppRequired))
        {
            return null;
        }

        TypedExpression? tokenUrl = kind.Url(token, isRequired: true);
        TypedExpression? clientId = app is null ? null : kind.RequireCredential(app, "clientId");
        ClientAuthentication authentication = token.TakeChoice(
            "authentication",
            ClientAuthentication.Body,
            ("body", ClientAuthentication.Body),
            ("header", ClientAuthentication.Header),
            ("private_key_jwt", ClientAuthentication.PrivateKeyJwt),
            ("tls_client_auth", ClientAuthentication.TlsClientAuth),
            ("self_signed_tls_client_auth", ClientAuthentication.TlsClientAuth));
        CheckCertificate(token, app, authentication);
        AssertionModel? clientAssertion = ReadClientAssertion(app, authentication);
        bool sendsJson = token.TakeChoice("body", false, ("form", false), ("json", true));
        TokenAnswerModel? answer = TokenAnswerBinder.Bind(token, kind);
        OAuthModel? model = tokenUrl is null || (clientId is null && isAppRequired)
            ? null
            : new OAuthModel
            {
                TokenUrl = tokenUrl,
                RefreshUrl = refresh is null ? null : kind.Url(refresh, isRequired: false),
                RefreshParameters = refresh is null ? [] : NamedTexts.Bind(refresh.Take("parameters"), "'parameters'", _scope, kind.Context),
                TokenParameters = NamedTexts.Bind(token.Take("parameters"), "'parameters'", _scope, kind.Context),
                TokenHeaders = Headers(token),
                ClientId = clientId,
                ClientSecret = app is null ? null : kind.TakeCredential(app, "clientSecret"),
                ClientAssertion = clientAssertion,
                ClientAuthentication = authentication,
                SendsJson = sendsJson,
                Answer = answer,
                Revoked = ReadRevoked(token),
                IntrospectUrl = ReadIntrospect(token),
                Scopes = scopes,
                ScopeIncludes = includes,
                ScopeSeparator = separator,
            };
        token.Done();
        app?.Done();
        refresh?.Done();
        return model;
    }

    private TypedExpression? ReadRevoked(MappingReader token)
    {
        MappingReader? revoked = token.TakeMapping("revoked");
        TypedExpression? when = revoked?.RequireScalar("when") is { } scalar ? Slot.Boolean(scalar, kind.Scopes.ResponseAlone(), kind.Context) : null;
        revoked?.Done();
        return when;
    }

    private TypedExpression? ReadIntrospect(MappingReader token)
    {
        MappingReader? introspect = token.TakeMapping("introspect");
        TypedExpression? url = introspect is null ? null : kind.Url(introspect, isRequired: true);
        introspect?.Done();
        return url;
    }

    private EquatableArray<IncludedScopesModel> ReadIncludes()
    {
        if (reader.TakeMapping("scopeIncludes") is not { } broader)
        {
            return [];
        }

        EquatableArray<IncludedScopesModel> includes =
        [
            .. broader.Node.Entries.Select(entry => new IncludedScopesModel(JsonText.Plain(entry.Key), broader.TakeScalars(entry.Key.Text).Select(JsonText.Plain).ToEquatableArray())),
        ];
        broader.Done();
        return includes;
    }

    private AssertionModel? ReadClientAssertion(MappingReader? app, ClientAuthentication authentication)
    {
        if (authentication == ClientAuthentication.PrivateKeyJwt)
        {
            SyntaxNode? node = app is null ? reader.Require("app") : app.Require("assertion");
            return app is null ? null : AssertionBinder.Bind(node, kind, needsIssuer: false, hasScopes: false);
        }

        if (app?.Take("assertion") is { } unused)
        {
            kind.Context.Report(ActionDiagnostics.NoEffect, unused, "assertion", "the client proves itself by it where 'token' says 'authentication: private_key_jwt'");
        }

        return null;
    }

    // Whether the certificate is verified by its root or by itself is the provider's business: what is sent is the same.
    private void CheckCertificate(MappingReader token, MappingReader? app, ClientAuthentication authentication)
    {
        if (authentication != ClientAuthentication.TlsClientAuth)
        {
            return;
        }

        if (reader.Node.Find("certificate") is null)
        {
            kind.Context.Report(SecurityDiagnostics.NoCertificate, token.Node.Find("authentication")!);
        }

        if (app?.Node.Find("clientSecret") is { } unused)
        {
            kind.Context.Report(ActionDiagnostics.NoEffect, unused, "clientSecret", "the client proves itself by the method's certificate");
        }
    }

    private (TypedExpression? Url, EquatableArray<NamedExpression> Parameters, bool Pkce) ReadAuthorize()
    {
        if (kind.Context.ReadMapping(reader.Require("authorize"), "'authorize'") is not { } authorize)
        {
            return default;
        }

        TypedExpression? url = kind.Url(authorize, isRequired: true);
        bool pkce = authorize.TakeChoice("pkce", true, ("S256", true), ("none", false));

        // The browser shows them in its address bar.
        EquatableArray<NamedExpression> parameters = NamedTexts.Bind(authorize.Take("parameters"), "'parameters'", _scope, kind.Context, "the authorization URL");
        authorize.Done();
        return (url, parameters, pkce);
    }

    private EquatableArray<NamedExpression> Headers(MappingReader token)
    {
        SyntaxNode? node = token.Take("headers");
        foreach (MappingEntry entry in node is MappingNode mapping ? mapping.Entries : [])
        {
            if (HeaderName.Problem(entry.Key.Text) is { } problem)
            {
                kind.Context.Report(ActionDiagnostics.InvalidHeader, entry.Key, entry.Key.Text, problem);
            }
        }

        return NamedTexts.Bind(node, "'headers'", _scope, kind.Context);
    }
}
