using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>The authorization code grant (RFC 6749, 4.1) with PKCE (RFC 7636).</summary>
internal static class OAuth2CodeKind
{
    public static readonly SecurityKindBinder Binder = new(
        "oauth2.code",
        SecurityKind.OAuth2Code,
        static (reader, kind) => new SecurityPreset(OAuth2Settings.BearerApply) { IsReplaced = true, OAuth = new OAuth2Settings(reader, kind).Read(withAuthorize: true) });
}
