using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>HTTP Basic (RFC 7617): <c>{ kind: basic, username: …, password: … }</c>.</summary>
internal static class BasicKind
{
    public static readonly SecurityKindBinder Binder = new("basic", SecurityKind.Basic, Bind);

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind)
    {
        TypedExpression? username = kind.RequireCredential(reader, "username");
        TypedExpression? password = kind.RequireCredential(reader, "password");
        return new SecurityPreset(username is null || password is null ? ApplyModel.Nothing : new ApplyModel([Authorization(username, password)]));
    }

    private static ParameterModel Authorization(TypedExpression username, TypedExpression password) => new(
        ParameterLocation.Header,
        "Authorization",
        new CallExpression(new RuntimeMethod(RuntimeNames.BasicCredential, "Header"), [username, password], new StringTypeModel(), IsSecret: true));
}
