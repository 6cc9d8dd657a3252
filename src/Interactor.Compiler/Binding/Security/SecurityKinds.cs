namespace Interactor.Compiler.Binding.Security;

/// <summary>The kinds of authentication: the one list a new kind is added to.</summary>
internal static class SecurityKinds
{
    public static readonly SecurityKindBinder[] Supported =
    [
        NoneKind.Binder,
        ApiKeyKind.Binder,
        BasicKind.Binder,
        DigestKind.Binder,
        BearerKind.Binder,
        OAuth2CodeKind.Binder,
        OAuth2DeviceKind.Binder,
        OAuth2ClientCredentialsKind.Binder,
        OAuth2GrantKinds.Password,
        OAuth2GrantKinds.JwtBearer,
        OAuth2GrantKinds.Saml2,
        JwtKind.Binder,
        OAuth1Kind.Binder,
        SigV4Kind.Binder,
        SessionKind.Binder,
        AppInstallationKind.Binder,
        CustomKind.Binder,
    ];
}
