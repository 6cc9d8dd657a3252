using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Connectors;

/// <summary>Writes what answers that give tokens say where, and what scopes include.</summary>
internal static class TokenAnswerEmitter
{
    public static void Emit(CodeWriter code, TokenAnswerModel? answer)
    {
        if (answer is not null)
        {
            code.Open($"Answer = new {RuntimeNames.TokenAnswer}");
            EmitMembers(code, answer);
            code.Close("},");
        }
    }

    public static void Emit(CodeWriter code, NamedTokenModel token)
    {
        code.Open($"new {RuntimeNames.NamedToken}({CSharpLiteral.String(token.Name)}, new {RuntimeNames.TokenAnswer}");
        EmitMembers(code, token.Answer);
        if (token.Renew is null && token.Request is null)
        {
            code.Close("}),");
            return;
        }

        code.Close("}");
        code.Open(")");
        if (token.Renew is { } renew)
        {
            code.Open($"Renew = new {RuntimeNames.NamedTokenRefresh}");
            SecurityMethodEmitter.EmitDelegate(code, "Url", "context", renew.Url);
            SecurityMethodEmitter.EmitValues(code, "Parameters", renew.Parameters);
            Emit(code, renew.Answer);
            code.Close("},");
        }

        if (token.Request is { } request)
        {
            code.Open($"Request = new {RuntimeNames.NamedTokenRequest}");
            SecurityMethodEmitter.EmitRequest(code, request);
            code.Close("},");
        }

        code.Close("},");
    }

    public static void Emit(CodeWriter code, IncludedScopesModel scopes) =>
        code.Line($"new {RuntimeNames.IncludedScopes}({CSharpLiteral.String(scopes.Scope)}, {ActionEmitter.StringList(scopes.Included)}),");

    private static void EmitMembers(CodeWriter code, TokenAnswerModel answer)
    {
        Member(code, "Value", answer.Value);
        Member(code, "Refresh", answer.Refresh);
        Member(code, "ExpiresIn", answer.ExpiresIn);
        Member(code, "ExpiresAt", answer.ExpiresAt);
        Member(code, "Scopes", answer.Scopes);
    }

    private static void Member(CodeWriter code, string name, TypedExpression? expression)
    {
        if (expression is not null)
        {
            code.Line($"{name} = static (response, context) => {ExpressionEmitter.Emit(expression)},");
        }
    }
}
