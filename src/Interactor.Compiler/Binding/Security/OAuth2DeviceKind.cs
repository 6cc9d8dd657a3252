using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>The device authorization grant (RFC 8628).</summary>
internal static class OAuth2DeviceKind
{
    public static readonly SecurityKindBinder Binder = new(
        "oauth2.device",
        SecurityKind.OAuth2Device,
        static (reader, kind) => new SecurityPreset(OAuth2Settings.BearerApply) { IsReplaced = true, OAuth = new OAuth2Settings(reader, kind).ReadDevice() });
}
