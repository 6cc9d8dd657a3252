using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>The grants that what the account holds can repeat: a password (RFC 6749, 4.3), a JWT that the client signs (RFC 7523), a SAML assertion (RFC 7522).</summary>
internal static class OAuth2GrantKinds
{
    public static readonly SecurityKindBinder Password = Of("oauth2.password", SecurityKind.OAuth2Password, static (reader, kind) => new OAuth2Grant(
        [
            .. Parameter("username", kind.RequireCredential(reader, "username")),
            .. Parameter("password", kind.RequireCredential(reader, "password")),
        ]));

    public static readonly SecurityKindBinder JwtBearer = Of("oauth2.jwtBearer", SecurityKind.OAuth2JwtBearer, static (reader, kind) =>
        new OAuth2Grant([], AssertionBinder.Bind(reader.Require("assertion"), kind, needsIssuer: true, hasScopes: true)));

    public static readonly SecurityKindBinder Saml2 = Of("oauth2.saml2", SecurityKind.OAuth2Saml2, static (reader, kind) =>
        new OAuth2Grant([.. Parameter("assertion", kind.RequireCredential(reader, "assertion") is { } assertion ? Encoded(assertion) : null)]));

    private static SecurityKindBinder Of(string word, SecurityKind kind, Func<MappingReader, SecurityKindContext, OAuth2Grant> bind) => new(
        word,
        kind,
        (reader, context) => new SecurityPreset(OAuth2Settings.BearerApply) { IsReplaced = true, OAuth = new OAuth2Settings(reader, context).Read(bind(reader, context)) });

    private static NamedExpression[] Parameter(string name, TypedExpression? value) => value is null ? [] : [new NamedExpression(name, value)];

    private static CallExpression Encoded(TypedExpression assertion) =>
        new(new RuntimeMethod(RuntimeNames.SamlAssertion, "Encode"), [assertion], new StringTypeModel(), IsSecret: true);
}

/// <summary>What a grant sends beside what all of them do.</summary>
internal sealed record OAuth2Grant(EquatableArray<NamedExpression> Parameters, AssertionModel? Assertion = null);
