using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>The variables that hold credentials. One has a short name where no other scheme wants it, else the scheme's name in front.</summary>
internal sealed class CredentialVariables(IReadOnlyList<SecurityScheme> schemes, VariableTable variables)
{
    private static readonly Dictionary<SchemeKind, string[]> Wanted = new()
    {
        [SchemeKind.OAuthCode] = ["client_id", "client_secret"],
        [SchemeKind.OAuthClientCredentials] = ["client_id", "client_secret"],
        [SchemeKind.Bearer] = ["token"],
        [SchemeKind.Basic] = ["username", "password"],
        [SchemeKind.ApiKey] = ["api_key"],
    };

    private readonly Dictionary<(string Scheme, string Name), string> _names = [];
    private readonly Dictionary<string, SortedSet<string>> _methods = new(StringComparer.Ordinal);

    /// <summary>The variable of a scheme's credential.</summary>
    /// <param name="method">The method that asks for it.</param>
    public DefinitionText Of(SecurityScheme scheme, string name, string method)
    {
        if (!_names.TryGetValue((scheme.Name, name), out string? variable))
        {
            bool isShared = schemes.Count(s => Wanted.GetValueOrDefault(s.Kind, []).Contains(name)) > 1;
            string own = isShared ? VariableTable.NameOf(scheme.Name + "_" + name) : name;
            variable = variables.Add(new ImportedVariable(own)
            {
                Title = isShared ? Texts.TitleOf(own) : TitleOf(scheme, name),
                Summary = Texts.FirstParagraph(scheme.Description),
                IsSecret = name is not ("client_id" or "username"),
                IsOfApp = name is "client_id" or "client_secret",
            });
            _names.Add((scheme.Name, name), variable);
        }

        if (!_methods.TryGetValue(variable, out SortedSet<string>? methods))
        {
            _methods.Add(variable, methods = new SortedSet<string>(StringComparer.Ordinal));
        }

        methods.Add(method);
        return DefinitionText.Of(ExpressionText.Variable(variable));
    }

    /// <summary>The variables with the methods that need them, where that is not all methods.</summary>
    /// <param name="methods">How many methods there are.</param>
    public IReadOnlyList<ImportedVariable> WithAskFor(IReadOnlyList<ImportedVariable> all, int methods) =>
        [.. all.Select(v => _methods.TryGetValue(v.Name, out SortedSet<string>? own) && own.Count < methods ? v with { AskFor = [.. own] } : v)];

    private static string TitleOf(SecurityScheme scheme, string name) => name switch
    {
        "api_key" => "API key",
        "client_id" => "Client ID",
        "token" when scheme.Kind == SchemeKind.Bearer => "Access token",
        _ => Texts.TitleOf(name),
    };
}
