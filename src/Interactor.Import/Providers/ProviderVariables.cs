using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>
/// The names that a provider declares, and the variables that they become once something uses them. All are text: they become parts of URLs
/// and headers, whatever type a page asks for them by.
/// </summary>
internal sealed class ProviderVariables
{
    private static readonly (string Section, string Root)[] Sections =
    [
        ("connection_config", "connectionConfig"), ("credentials", "credentials"), ("integration_config", "integrationConfig"), ("assertion_option", "assertionOption"),
    ];

    // Values that a connection gets while it is made.
    private static readonly string[] Captured = ["redirect_uri_metadata", "token_response_metadata"];

    private static readonly string[] SecretWords = ["key", "secret", "password", "token", "pat", "jwt", "assertion", "passphrase", "pin"];

    private readonly ProviderEntry _entry;
    private readonly FindingLog _log;
    private readonly Dictionary<string, ImportedVariable> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentPlace> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly UniqueNames _names = new();

    public ProviderVariables(ProviderEntry entry, FindingLog log)
    {
        _entry = entry;
        _log = log;
        foreach ((string section, string root) in Sections)
        {
            foreach (DocumentPlace place in entry.Members(section))
            {
                Declare(root + "." + place.Token, place);
            }
        }

        foreach (string name in entry.ProxyMembers("connection_config").Select(p => p.Token).Concat(Captured.SelectMany(entry.AllTextsOf)))
        {
            Declare("connectionConfig." + name, null);
        }
    }

    /// <summary>In the order of their names. What a script finds out is there only where something uses it.</summary>
    public IReadOnlyList<ImportedVariable> All =>
        [.. _declared.Where(d => _used.Contains(d.Key) || IsAsked(d.Key)).Select(d => d.Value).OrderBy(v => v.Name, StringComparer.Ordinal)];

    /// <summary>A variable that its kind of authentication implies; what the provider says about it counts.</summary>
    public ImportedVariable Imply(string path, ImportedVariable variable)
    {
        if (_declared.TryGetValue(path, out ImportedVariable? declared))
        {
            _declared[path] = declared with { IsSecret = declared.IsSecret || variable.IsSecret, IsOfApp = variable.IsOfApp };
        }
        else
        {
            _declared.Add(path, variable with { Name = _names.Claim([variable.Name], "_") });
        }

        _used.Add(path);
        return _declared[path];
    }

    /// <summary>The variable of a name; null, and reported with its line, where the provider does not declare it.</summary>
    public ImportedVariable? Find(string path, DocumentPlace at)
    {
        if (!_declared.TryGetValue(path, out ImportedVariable? variable))
        {
            _log.Add(ProviderRules.Name, at, path, _entry.Name, Nearest.Hint(path, _declared.Keys));
            return null;
        }

        if (_used.Add(path) && _places.GetValueOrDefault(path) is { } place && place.IsTrue("automated"))
        {
            _log.Add(ProviderRules.Automated, place, variable.Name);
        }

        return variable;
    }

    /// <summary>It may be left out: something else stands in its place then.</summary>
    /// <param name="otherwise">The fixed text that stands in its place; null for something else.</param>
    public void MakeOptional(string path, string? otherwise)
    {
        if (_declared.TryGetValue(path, out ImportedVariable? variable) && variable.Default is null)
        {
            bool fits = otherwise is not null && variable.Choices.Count == 0;
            _declared[path] = fits ? variable with { Default = otherwise, IsRequired = null } : variable with { IsRequired = false };
        }
    }

    /// <summary>What an address found out about a variable in it.</summary>
    public void Restrict(string path, ImportedVariable found, DocumentPlace at)
    {
        ImportedVariable variable = _declared[path];
        if (variable.IsSecret)
        {
            _log.Add(ProviderRules.Secret, at, variable.Name);
        }

        _declared[path] = variable with
        {
            IsSecret = false,
            Pattern = variable.Choices.Count > 0 ? null : variable.Pattern ?? found.Pattern,
        };
    }

    public void Reveal(string path, DocumentPlace at) => Restrict(path, new ImportedVariable(""), at);

    private bool IsAsked(string path) => _places.GetValueOrDefault(path) is { } place && !place.IsTrue("automated");

    private void Declare(string path, DocumentPlace? place)
    {
        if (_declared.ContainsKey(path))
        {
            return;
        }

        string key = path[(path.IndexOf('.') + 1)..];
        string[] choices = [.. place?.TextsOf("enum").Concat(place.Find("options")?.Items.Select(o => o.Text ?? o.TextOf("value")).OfType<string>() ?? []).Distinct() ?? []];
        string? initial = place?.Find("default_value")?.Text ?? place?.Find("default")?.Text;
        string name = _names.Claim([VariableTable.NameOf(key), VariableTable.NameOf(path)], "_");
        if (initial is not null && choices.Length > 0 && !choices.Contains(initial))
        {
            _log.Add(ProviderRules.Default, place!, name);
            initial = null;
        }

        string summary = Texts.FirstParagraph(place?.TextOf("description")) ?? "";
        string example = place?.TextOf("example") is { Length: > 0 and < 200 } text && !path.StartsWith("credentials", StringComparison.Ordinal) ? $"Example: {Texts.Line(text)}." : "";
        _declared.Add(path, new ImportedVariable(name)
        {
            Title = Texts.Line(place?.TextOf("title")) ?? Texts.TitleOf(key),
            Summary = (summary + " " + example).Trim() is { Length: > 0 } said ? said : null,
            IsOfApp = path.StartsWith("integrationConfig.", StringComparison.Ordinal),
            IsSecret = place?.Flag("secret") ?? (path.StartsWith("credentials.", StringComparison.Ordinal) && SecretWords.Contains(Words.Of(key).LastOrDefault() ?? "")),
            IsRequired = place?.IsTrue("optional") == true && initial is null ? false : null,
            Default = initial,
            Pattern = choices.Length > 0 ? null : PatternOf(place, name),
            Choices = choices,
        });
        if (place is not null)
        {
            _places.Add(path, place);
        }
    }

    private string? PatternOf(DocumentPlace? place, string name)
    {
        if (place?.TextOf("pattern") is not { Length: > 0 } pattern)
        {
            return null;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return pattern;
        }
        catch (ArgumentException)
        {
            _log.Add(ProviderRules.Pattern, place, name);
            return null;
        }
    }
}
