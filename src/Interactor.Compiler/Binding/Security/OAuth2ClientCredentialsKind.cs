using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>The client credentials grant (RFC 6749, 4.4).</summary>
internal static class OAuth2ClientCredentialsKind
{
    public static readonly SecurityKindBinder Binder = new(
        "oauth2.clientCredentials",
        SecurityKind.OAuth2ClientCredentials,
        static (reader, kind) => new SecurityPreset(OAuth2Settings.BearerApply) { IsReplaced = true, OAuth = new OAuth2Settings(reader, kind).Read(withAuthorize: false) });
}
