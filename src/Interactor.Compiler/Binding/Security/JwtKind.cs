using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>A JWT that the client signs and sends as it is: <c>{ kind: jwt, assertion: { key: …, issuer: … } }</c>.</summary>
internal static class JwtKind
{
    public static readonly SecurityKindBinder Binder = new(
        "jwt",
        SecurityKind.Jwt,
        static (reader, kind) => new SecurityPreset(OAuth2Settings.BearerApply)
        {
            IsReplaced = true,
            Assertion = AssertionBinder.Bind(reader.Require("assertion"), kind, needsIssuer: false, hasScopes: false),
        });
}
