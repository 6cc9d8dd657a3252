using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>HTTP Digest (RFC 7616): <c>{ kind: digest, username: …, password: … }</c>.</summary>
internal static class DigestKind
{
    public static readonly SecurityKindBinder Binder = new("digest", SecurityKind.Digest, Bind);

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind)
    {
        TypedExpression? username = kind.RequireCredential(reader, "username");
        TypedExpression? password = kind.RequireCredential(reader, "password");
        return new SecurityPreset(ApplyModel.Nothing) { Digest = username is null || password is null ? null : new DigestModel(username, password) };
    }
}
