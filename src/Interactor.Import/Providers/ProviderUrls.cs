using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>Reads the addresses of a provider, and notes the hosts that they lead to.</summary>
internal sealed class ProviderUrls(ImportContext context, ProviderEntry entry, ProviderVariables variables, ProviderValues values, EgressTable egress)
{
    private const string UrlPattern = @"https://[^\s/?#@\\]+(/[^\s?#\\]*)?";

    /// <summary>The address; a variable that asks for it where it is missing or has no host that can be told. Null, and reported, for an unknown name.</summary>
    public ProviderUrl? Read(DocumentPlace? place, string variable)
    {
        if (place?.Text is not { Length: > 0 } text)
        {
            return Asked(place ?? entry.Find("auth_mode") ?? entry.Place, variable, "");
        }

        // What stands behind the question mark belongs to the query, of the last alternative as of all others.
        if (ProviderText.Read(text) is not { } alternatives)
        {
            context.Log.Add(ProviderRules.Expression, place, text, "it has no end, or is no name");
            return null;
        }

        DefinitionValue.Mapping query = DefinitionValue.Mapping.Empty;
        List<(ExpressionText[] Needed, IReadOnlyList<(string Text, string? Path)> Parts)> urls = [];
        foreach (IReadOnlyList<ProviderPart> alternative in alternatives)
        {
            if (!alternative.OfType<ProviderPart.Name>().All(n => ProviderValues.IsToken(n.Path) || variables.Find(ProviderValues.PathOf(n.Path), place) is not null))
            {
                return null;
            }

            if (Template(alternative, place, ref query) is not { } parts)
            {
                return Asked(place, variable, text);
            }

            ExpressionText[] needed =
            [
                .. parts.Where(p => p.Path is not null).Select(p => variables.Find(p.Path!, place)!)
                    .Where(v => v.IsRequired == false).Select(v => ExpressionText.Variable(v.Name)).Distinct(),
            ];
            urls.Add((needed, parts));
        }

        if (urls.Count == 1)
        {
            return new ProviderUrl(urls[0].Parts.Aggregate(DefinitionText.Of(""), (all, part) => all + (part.Path is null ? DefinitionText.Of(part.Text) : DefinitionText.Of(Of(part.Path, place)))), query);
        }

        ExpressionText chain = Joined(urls[^1].Parts, place);
        for (int i = urls.Count - 2; i >= 0; i--)
        {
            chain = urls[i].Needed.Length == 0 ? Joined(urls[i].Parts, place) : ExpressionText.AreGiven(urls[i].Needed).Choose(Joined(urls[i].Parts, place), chain);
        }

        return new ProviderUrl(DefinitionText.Of(chain), query);
    }

    private ProviderUrl Asked(DocumentPlace place, string variable, string text)
    {
        ExpressionText asked = ExpressionText.Variable(variables.Imply("address." + variable, new ImportedVariable(variable)
        {
            Title = variable == "base_url" ? "Base URL" : Texts.TitleOf(variable),
            Pattern = UrlPattern,
            IsOfApp = variable != "base_url",
        }).Name);
        context.Log.Add(ProviderRules.Address, place, text, asked.Written["variables.".Length..]);
        egress.Add([DefinitionText.Of(asked)]);
        return new ProviderUrl(DefinitionText.Of(asked), DefinitionValue.Mapping.Empty);
    }

    // The reader of URLs knows {name}: expressions are written so for it.
    private List<(string Text, string? Path)>? Template(IReadOnlyList<ProviderPart> parts, DocumentPlace place, ref DefinitionValue.Mapping query)
    {
        List<string> paths = [];
        string url = "";
        string? tail = null;
        foreach (ProviderPart part in parts)
        {
            switch (part)
            {
                case ProviderPart.Literal literal when tail is null && literal.Text.IndexOf('?') is var mark and >= 0:
                    url += literal.Text[..mark];
                    tail = literal.Text[(mark + 1)..];
                    break;
                case ProviderPart.Literal literal:
                    Append(literal.Text);
                    break;
                case ProviderPart.Name name when tail is not null:
                    tail += "${" + name.Path + "}";
                    break;
                case ProviderPart.Name name when !ProviderValues.IsToken(name.Path):
                    url += "{x" + paths.Count + "}";
                    paths.Add(ProviderValues.PathOf(name.Path));
                    break;
                default:
                    return null;
            }
        }

        if (Parse(url, paths, place) is not { } read || (tail is not null && !ReadQuery(tail, place, ref query)))
        {
            return null;
        }

        return read;

        void Append(string text)
        {
            if (tail is null)
            {
                url += text;
            }
            else
            {
                tail += text;
            }
        }
    }

    private List<(string Text, string? Path)>? Parse(string url, List<string> paths, DocumentPlace place)
    {
        VariableTable found = new();
        SpecVariable[] declared = [.. paths.Select((p, i) => (Variable: variables.Find(p, place)!, Index: i)).Select(v => new SpecVariable("x" + v.Index, null, v.Variable.Choices, null))];
        if (new UrlReader(context, found).Read(url, declared, place, ImportRules.ServerHttp) is not { } template)
        {
            return null;
        }

        Dictionary<string, string> names = found.All.ToDictionary(v => v.Name, v => paths[int.Parse(v.Name[1..], System.Globalization.CultureInfo.InvariantCulture)], StringComparer.Ordinal);
        foreach (ImportedVariable variable in found.All)
        {
            variables.Restrict(names[variable.Name], variable, place);
        }

        foreach (DefinitionText host in template.Hosts)
        {
            string? path = names.FirstOrDefault(n => DefinitionText.Of(ExpressionText.Variable(n.Key)) == host).Value;
            egress.Add([path is null ? host : DefinitionText.Of(ExpressionText.Variable(variables.Find(path, place)!.Name))]);
        }

        return [.. template.Parts.Select(p => p.IsVariable ? ("", names[p.Text]) : (p.Text, (string?)null))];
    }

    private bool ReadQuery(string text, DocumentPlace place, ref DefinitionValue.Mapping query)
    {
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            if (name.Length == 0 || query.Find(name) is not null)
            {
                continue;
            }

            if (values.Value(equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]), place) is not { } value)
            {
                return false;
            }

            query = query.With(name, value);
        }

        return true;
    }

    private ExpressionText Joined(IReadOnlyList<(string Text, string? Path)> parts, DocumentPlace place) =>
        parts.Select(p => p.Path is null ? ExpressionText.Literal(p.Text) : Of(p.Path, place)).Aggregate(static (left, right) => left.Plus(right));

    private ExpressionText Of(string path, DocumentPlace place)
    {
        ImportedVariable variable = variables.Find(path, place)!;
        ExpressionText value = ExpressionText.Variable(variable.Name);
        return variable.IsRequired == false ? value.Or(ExpressionText.Literal("")).InParentheses() : value;
    }
}
