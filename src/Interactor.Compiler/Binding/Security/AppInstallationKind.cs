using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>
/// An app that is installed somewhere: it proves itself by a JWT and gets a token of the installation, <c>{ kind: appInstallation, assertion: …, request: …, token: … }</c>.
/// </summary>
internal static class AppInstallationKind
{
    public static readonly SecurityKindBinder Binder = new("appInstallation", SecurityKind.AppInstallation, Bind);

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind)
    {
        AssertionModel? assertion = AssertionBinder.Bind(reader.Require("assertion"), kind, needsIssuer: true, hasScopes: false);
        return new SecurityPreset(OAuth2Settings.BearerApply)
        {
            IsReplaced = true,
            Session = SessionKind.Read(reader, kind) is { } session ? session with { Assertion = assertion } : null,
        };
    }
}
