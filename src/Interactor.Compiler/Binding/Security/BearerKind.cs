using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>A bearer token that the user provides (RFC 6750, 2.1): <c>{ kind: bearer, token: ${variables.token} }</c>.</summary>
internal static class BearerKind
{
    public static readonly SecurityKindBinder Binder = new("bearer", SecurityKind.Bearer, Bind);

    /// <summary>The header <c>Authorization: Bearer …</c>.</summary>
    public static ParameterModel Authorization(TypedExpression token) =>
        new(ParameterLocation.Header, "Authorization", new InterpolationExpression([LiteralExpression.Of("Bearer "), token]));

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind) =>
        new(kind.RequireCredential(reader, "token") is { } token ? new ApplyModel([Authorization(token)]) : ApplyModel.Nothing);
}
