using System.Globalization;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>Binds where an answer that gives a token says what: <c>value</c>, <c>refresh</c>, <c>expiresIn</c>, <c>expiresAt</c>, <c>scopes</c>.</summary>
internal static class TokenAnswerBinder
{
    /// <summary>The token that every method which asks for one keeps.</summary>
    public const string Main = "main";

    /// <summary>What the answer of a token endpoint says otherwise; null where it says all as the standard has it.</summary>
    public static TokenAnswerModel? Bind(MappingReader token, SecurityKindContext kind)
    {
        TokenAnswerModel answer = Read(token, Take(token, "value", kind), kind);
        return answer == new TokenAnswerModel(null, null, null, null, null) ? null : answer;
    }

    /// <summary>The tokens beside the main one.</summary>
    /// <param name="isOAuth">Whether there is a client that a token endpoint knows, by which a token can be refreshed.</param>
    public static EquatableArray<NamedTokenModel> BindNamed(SyntaxNode? tokens, SecurityKindContext kind, bool isOAuth)
    {
        List<NamedTokenModel> named = [];
        foreach (MappingEntry entry in kind.Context.ReadEntries(tokens, "'tokens'"))
        {
            if (!IsName(entry.Key.Text))
            {
                kind.Context.Report(
                    StructureDiagnostics.InvalidName, entry.Key, entry.Key.Text, "the name of a token: use letters, digits and '_'; 'main' is the token that 'token' gives");
            }
            else if (kind.Context.ReadMapping(entry.Value, $"the token '{entry.Key.Text}'") is { } reader)
            {
                TypedExpression? value = reader.RequireScalar("value") is { } scalar ? Text(scalar, kind) : null;
                TokenAnswerModel answer = Read(reader, value, kind);
                RequestModel? request = reader.Take("request") is { } node ? new RequestBinder(kind.Context, kind.Servers).Bind(node, kind.Scopes.SecurityRequest()) : null;
                NamedTokenRefreshModel? renew = reader.TakeMapping("renew") is { } mapping ? BindRenew(mapping, answer, kind, isOAuth) : null;
                reader.Done();
                if (value is not null)
                {
                    named.Add(new NamedTokenModel(entry.Key.Text, answer) { Renew = renew, Request = request });
                }
            }
        }

        return named.ToEquatableArray();
    }

    /// <summary>The names of tokens in all methods, before anything is bound.</summary>
    public static IEnumerable<string> Names(SyntaxNode? security) =>
        from method in (security as MappingNode)?.Entries ?? []
        from token in ((method.Value as MappingNode)?.Find("tokens") as MappingNode)?.Entries ?? []
        where IsName(token.Key.Text)
        select token.Key.Text;

    private static NamedTokenRefreshModel BindRenew(MappingReader reader, TokenAnswerModel answer, SecurityKindContext kind, bool isOAuth)
    {
        if (!isOAuth)
        {
            kind.Context.Report(ActionDiagnostics.NoEffect, reader.Node, "renew", "only a method of OAuth 2.0 has a client that the endpoint knows");
        }
        else if (answer.Refresh is null)
        {
            kind.Context.Report(ActionDiagnostics.NoEffect, reader.Node, "renew", "without 'refresh' there is no refresh token to renew it with");
        }

        TypedExpression? url = kind.Url(reader, isRequired: false);
        EquatableArray<NamedExpression> parameters = NamedTexts.Bind(reader.Take("parameters"), "'parameters'", kind.Scopes.Settings(), kind.Context);
        TokenAnswerModel? own = Bind(reader, kind);
        reader.Done();
        return new NamedTokenRefreshModel(url, parameters, own);
    }

    private static bool IsName(string text) => Identifier.IsWord(text) && text != Main;

    private static TokenAnswerModel Read(MappingReader reader, TypedExpression? value, SecurityKindContext kind) =>
        new(value, Take(reader, "refresh", kind), Lifetime(reader, kind), Take(reader, "expiresAt", kind), Take(reader, "scopes", kind));

    /// <summary><c>expiresIn</c>: a number of seconds, a duration such as <c>30m</c>, or an expression that gives a number of seconds.</summary>
    public static TypedExpression? Lifetime(MappingReader reader, SecurityKindContext kind)
    {
        if (reader.TakeScalar("expiresIn") is not { } scalar)
        {
            return null;
        }

        TypedExpression lifetime = Text(scalar, kind);
        return lifetime is not LiteralExpression { Text: { } text } || IsSeconds(text)
            ? lifetime
            : LiteralExpression.Of((DurationReader.Read(scalar, 0, kind.Context) / 1000m).ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsSeconds(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) && seconds > 0;

    private static TypedExpression? Take(MappingReader reader, string key, SecurityKindContext kind) =>
        reader.TakeScalar(key) is { } scalar ? Text(scalar, kind) : null;

    private static TypedExpression Text(ScalarNode scalar, SecurityKindContext kind) =>
        Slot.Text(scalar, kind.Scopes.SessionResponse(), kind.Context, allowNull: true);
}
