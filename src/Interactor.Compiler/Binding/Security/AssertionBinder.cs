using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>Binds a JWT that the client signs: <c>{ key: ${variables.private_key}, algorithm: RS256, issuer: … }</c>.</summary>
internal static class AssertionBinder
{
    private const long StandardLifetime = 5 * 60_000;

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256", "HS384", "HS512"];

    /// <param name="node">The mapping under <c>assertion</c>; null gives null.</param>
    /// <param name="kind">What the kinds share.</param>
    /// <param name="needsIssuer">Whether nothing else says who signs.</param>
    /// <param name="hasScopes">Whether the assertion may carry scopes.</param>
    public static AssertionModel? Bind(SyntaxNode? node, SecurityKindContext kind, bool needsIssuer, bool hasScopes)
    {
        if (kind.Context.ReadMapping(node, "'assertion'") is not { } reader)
        {
            return null;
        }

        TypedExpression? key = kind.RequireCredential(reader, "key");
        TypedExpression? issuer = needsIssuer ? kind.RequireCredential(reader, "issuer") : kind.TakeCredential(reader, "issuer");
        AssertionModel? assertion = key is null ? null : new AssertionModel
        {
            Key = key,
            Algorithm = reader.TakeChoice("algorithm", Algorithms[0], [.. Algorithms.Select(a => (a, a))]),
            KeyId = Claim(reader.TakeScalar("keyId"), kind),
            Issuer = issuer,
            Subject = Claim(reader.TakeScalar("subject"), kind),
            Audience = Claim(reader.TakeScalar("audience"), kind),
            LifetimeMilliseconds = DurationReader.Read(reader.TakeScalar("lifetime"), StandardLifetime, kind.Context),
            ScopeClaim = hasScopes ? reader.TakeText("scopeClaim") : null,
            Claims = BindClaims(reader.Take("claims"), kind),
        };
        if (assertion is not null)
        {
            reader.Done();
        }

        return assertion;
    }

    private static TypedExpression? Claim(ScalarNode? scalar, SecurityKindContext kind) =>
        scalar is null ? null : Slot.Text(scalar, kind.Scopes.Settings(), kind.Context, allowNull: true);

    private static TemplateModel? BindClaims(SyntaxNode? node, SecurityKindContext kind)
    {
        if (node is null or MappingNode)
        {
            return node is null ? null : new TemplateBinder(kind.Scopes.Settings(), kind.Context).Bind(node, omitNull: true);
        }

        kind.Context.Report(StructureDiagnostics.WrongType, node, "'claims'", "a mapping of claims", NodeKind.Describe(node));
        return null;
    }
}
