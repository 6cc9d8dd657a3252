using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>A login: <c>{ kind: session, request: …, token: { value: …, expiresIn: … } }</c>. Its answer gives a token, which is sent as a bearer token.</summary>
internal static class SessionKind
{
    public static readonly SecurityKindBinder Binder = new("session", SecurityKind.Session, Bind);

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind) => new(OAuth2Settings.BearerApply)
    {
        IsReplaced = true,
        Session = Read(reader, kind),
    };

    /// <summary>The request and what its answer says.</summary>
    public static SessionModel? Read(MappingReader reader, SecurityKindContext kind)
    {
        RequestModel? request = reader.Require("request") is { } node ? new RequestBinder(kind.Context, kind.Servers).Bind(node, kind.Scopes.Settings()) : null;
        MappingReader? token = kind.Context.ReadMapping(reader.Require("token"), "'token'");
        TypedExpression? value = token?.RequireScalar("value") is { } valueNode ? Text(valueNode, kind) : null;
        TypedExpression? lifetime = token is null ? null : TokenAnswerBinder.Lifetime(token, kind);
        TypedExpression? end = token?.TakeScalar("expiresAt") is { } endNode ? Text(endNode, kind) : null;
        token?.Done();
        return request is null || value is null ? null : new SessionModel(request, value, lifetime, end);
    }

    private static TypedExpression Text(ScalarNode scalar, SecurityKindContext kind) =>
        Slot.Text(scalar, kind.Scopes.SessionResponse(), kind.Context, allowNull: true);
}
