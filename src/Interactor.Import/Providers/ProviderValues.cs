using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>Says in a definition what the texts of a provider say.</summary>
internal sealed class ProviderValues(ProviderVariables variables, FindingLog log)
{
    /// <summary>Names that are not variables: the token, and the short names of credentials.</summary>
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["apiKey"] = "credentials.apiKey",
        ["username"] = "credentials.username",
        ["password"] = "credentials.password",
        ["clientId"] = "credentials.client_id",
        ["clientSecret"] = "credentials.client_secret",
        ["client_id"] = "credentials.client_id",
        ["client_secret"] = "credentials.client_secret",
        ["credentials.clientId"] = "credentials.clientId",
    };

    public static bool IsToken(string name) => name is "accessToken" or "credentials.accessToken" or "credentials.access_token" or "access_token" or "credentials.token";

    public static string PathOf(string name) => Short.GetValueOrDefault(name, name);

    /// <summary>The names in a text; none where it is no expression.</summary>
    public static IEnumerable<string> NamesOf(string text) => ProviderText.Read(text)?.SelectMany(a => a).SelectMany(NamesOf) ?? [];

    /// <summary>A value; null, and reported, where it cannot be said.</summary>
    /// <param name="isPublic">It stands where no secret may.</param>
    public DefinitionText? Value(DocumentPlace place, bool isPublic = false) => Value(place.Text ?? "", place, isPublic);

    /// <summary>The same for a part of what stands at a place.</summary>
    public DefinitionText? Value(string text, DocumentPlace place, bool isPublic = false)
    {
        if (ProviderText.Read(text) is not { } alternatives)
        {
            log.Add(ProviderRules.Expression, place, text, "it has no end, or is no name");
            return null;
        }

        return alternatives.Count == 1 ? One(alternatives[0], place, isPublic) : First(alternatives, place, isPublic);
    }

    // The first alternative whose names all have values; the last one in any case.
    private DefinitionText? First(IReadOnlyList<IReadOnlyList<ProviderPart>> alternatives, DocumentPlace place, bool isPublic)
    {
        ExpressionText? chain = null;
        for (int i = alternatives.Count - 1; i >= 0; i--)
        {
            string[] names = [.. alternatives[i].SelectMany(NamesOf).Where(n => !IsToken(n)).Select(PathOf)];
            if (names.Any(n => variables.Find(n, place) is null))
            {
                return null;
            }

            if (Whole(alternatives[i], place, isPublic) is not { } value)
            {
                return null;
            }

            ExpressionText[] optional = [.. names.Select(n => variables.Find(n, place)!).Where(v => v.IsRequired == false).Select(v => ExpressionText.Variable(v.Name))];
            chain = chain is not { } rest || optional.Length == 0 ? value : ExpressionText.AreGiven(optional).Choose(value, rest);
        }

        return DefinitionText.Of(chain!.Value);
    }

    private DefinitionText? One(IReadOnlyList<ProviderPart> parts, DocumentPlace place, bool isPublic)
    {
        bool isWhole = parts.Count == 1;
        DefinitionText text = DefinitionText.Of("");
        foreach (ProviderPart part in parts)
        {
            if (part is ProviderPart.Literal literal)
            {
                text += DefinitionText.Of(literal.Text);
            }
            else if (Expression(part, place, mayBeNull: isWhole, isPublic) is { } expression)
            {
                text += DefinitionText.Of(expression);
            }
            else
            {
                return null;
            }
        }

        return text;
    }

    private ExpressionText? Whole(IReadOnlyList<ProviderPart> parts, DocumentPlace place, bool isPublic)
    {
        ExpressionText? whole = null;
        foreach (ProviderPart part in parts)
        {
            if (Expression(part, place, mayBeNull: false, isPublic) is not { } expression)
            {
                return null;
            }

            whole = whole is { } before ? before.Plus(expression) : expression;
        }

        return whole ?? ExpressionText.Literal("");
    }

    private ExpressionText? Expression(ProviderPart part, DocumentPlace place, bool mayBeNull, bool isPublic)
    {
        switch (part)
        {
            case ProviderPart.Literal literal:
                return ExpressionText.Literal(literal.Text);
            case ProviderPart.Name { Path: var name } when IsToken(name):
                return ExpressionText.Token;
            case ProviderPart.Name { Path: var name }:
                return Variable(PathOf(name), place, mayBeNull, isPublic);
            case ProviderPart.Call { Function: "base64", Argument: var argument }:
                return Whole(argument, place, isPublic) is { } inner ? ExpressionText.Call("base64", inner) : null;
            case ProviderPart.Call { Function: var function }:
                log.Add(ProviderRules.Expression, place, place.Text ?? "", $"there is no function '{function}'");
                return null;
            default:
                return null;
        }
    }

    private ExpressionText? Variable(string path, DocumentPlace place, bool mayBeNull, bool isPublic)
    {
        if (variables.Find(path, place) is not { } variable)
        {
            return null;
        }

        if (isPublic && variable.IsSecret)
        {
            variables.Reveal(path, place);
        }

        ExpressionText value = ExpressionText.Variable(variable.Name);
        return variable.IsRequired == false && !mayBeNull ? value.Or(ExpressionText.Literal("")).InParentheses() : value;
    }

    private static IEnumerable<string> NamesOf(ProviderPart part) => part switch
    {
        ProviderPart.Name name => [name.Path],
        ProviderPart.Call call => call.Argument.SelectMany(NamesOf),
        _ => [],
    };
}
