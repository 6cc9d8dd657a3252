using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>
/// The variables that connection parameters become. A parameter of several sets is one variable, for policies know it by its name only.
/// </summary>
internal sealed class ConnectionVariables
{
    private static readonly string[] Types = ["string", "securestring", "int", "integer", "bool", "boolean", "number", "secureobject", "clientcertificate"];

    private readonly FindingLog _log;
    private readonly Dictionary<string, ImportedVariable> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, ImportedVariable> _further = new(StringComparer.Ordinal);
    private readonly UniqueNames _names = new();

    public ConnectionVariables(IReadOnlyList<ParameterSet> sets, FindingLog log)
    {
        _log = log;
        foreach (ParameterSet set in sets)
        {
            foreach (DocumentPlace parameter in set.Parameters)
            {
                Declare(parameter, sets);
            }
        }
    }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<ImportedVariable> All => [.. _variables.Values.Concat(_further.Values).OrderBy(v => v.Name, StringComparer.Ordinal)];

    /// <summary>The variable of a connection parameter.</summary>
    public ImportedVariable? Find(string parameter) => _variables.GetValueOrDefault(parameter);

    /// <summary>A variable that no parameter declares: a client's id, an endpoint. Asked for again, it is the same.</summary>
    public ExpressionText Add(ImportedVariable variable)
    {
        if (!_further.TryGetValue(variable.Name, out ImportedVariable? known))
        {
            known = variable with { Name = _names.Claim([variable.Name, "oauth_" + variable.Name], "_") };
            _further.Add(variable.Name, known);
        }

        return ExpressionText.Variable(known.Name);
    }

    /// <summary>The parameters as variables of a URL: each under its own name.</summary>
    public IReadOnlyList<SpecVariable> AsUrlVariables() =>
        [.. _variables.Select(v => new SpecVariable(v.Key, v.Value.Default, v.Value.Choices, v.Value.Summary))];

    /// <summary>What a URL found out about the variables in it; those that it needs and that are no parameters are added.</summary>
    /// <param name="found">Named as the URL's reader names them.</param>
    /// <returns>The names that the variables have here, by those of the reader.</returns>
    public IReadOnlyDictionary<string, string> Take(IReadOnlyList<ImportedVariable> found, DocumentPlace place)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (ImportedVariable variable in found)
        {
            if (_variables.FirstOrDefault(v => VariableTable.NameOf(v.Key) == variable.Name) is { Key: { } key, Value: var own })
            {
                if (own.IsSecret)
                {
                    _log.Add(PowerPlatformRules.SecretInUrl, place, own.Name);
                }

                // What stands in an address is always there.
                _variables[key] = own with
                {
                    IsSecret = false,
                    Pattern = variable.Pattern,
                    Choices = variable.Choices,
                    Default = variable.Default,
                    IsRequired = null,
                };
                names[variable.Name] = own.Name;
            }
            else
            {
                names[variable.Name] = Add(variable).Written["variables.".Length..];
            }
        }

        return names;
    }

    /// <summary>A value that stands in an address is no secret.</summary>
    public void Reveal(string parameter, DocumentPlace place)
    {
        if (_variables.GetValueOrDefault(parameter) is { IsSecret: true } variable)
        {
            _log.Add(PowerPlatformRules.SecretInUrl, place, variable.Name);
            _variables[parameter] = variable with { IsSecret = false };
        }
    }

    public void AskFor(string parameter, IReadOnlyList<string> methods)
    {
        if (_variables.TryGetValue(parameter, out ImportedVariable? variable))
        {
            _variables[parameter] = variable with { AskFor = methods };
        }
    }

    private void Declare(DocumentPlace parameter, IReadOnlyList<ParameterSet> sets)
    {
        // token:TenantId and its like belong to the settings of OAuth.
        string type = parameter.TextOf("type")?.Trim().ToLowerInvariant() ?? "string";
        if (parameter.Find("oAuthSettings") is not null || type == "oauthsetting" || parameter.Token.Contains(':'))
        {
            return;
        }

        if (!Types.Contains(type))
        {
            _log.Add(PowerPlatformRules.ParameterType, parameter, type);
            return;
        }

        ImportedVariable variable = Read(parameter, type);
        if (_variables.TryGetValue(parameter.Token, out ImportedVariable? known))
        {
            variable = known with
            {
                IsSecret = known.IsSecret || variable.IsSecret,
                Choices = known.Choices.Count > 0 && variable.Choices.Count > 0 ? [.. known.Choices.Union(variable.Choices)] : [],
                Default = known.Default == variable.Default ? known.Default : null,
                IsRequired = known.IsRequired == false && variable.IsRequired == false ? false : null,
            };
        }
        else
        {
            variable = variable with { Name = _names.Claim([VariableTable.NameOf(parameter.Token)], "_") };
        }

        _variables[parameter.Token] = variable;
    }

    private ImportedVariable Read(DocumentPlace parameter, string type)
    {
        DocumentPlace? ui = parameter.Find("uiDefinition");
        DocumentPlace? constraints = ui?.Find("constraints");
        string kind = type switch
        {
            "int" or "integer" => "integer",
            "bool" or "boolean" => "boolean",
            "number" => "number",
            _ => "string",
        };
        string[] choices =
        [
            .. (constraints?.Find("allowedValues") ?? parameter.Find("allowedValues"))?.Items
                .Select(i => i.Text ?? i.TextOf("value")).OfType<string>().Distinct() ?? [],
        ];
        string? initial = constraints?.TextOf("default") ?? parameter.TextOf("defaultValue") ?? ui?.TextOf("default");
        string title = Texts.Line(ui?.TextOf("displayName") ?? ui?.TextOf("displayname")) ?? Texts.TitleOf(parameter.Token);
        if (initial is not null && !Fits(initial, kind, choices))
        {
            _log.Add(PowerPlatformRules.ParameterDefault, parameter, initial, parameter.Token);
            initial = null;
        }

        return new ImportedVariable(parameter.Token)
        {
            Title = title,
            Summary = SummaryOf(ui),
            Type = kind,
            IsSecret = type.StartsWith("secure", StringComparison.Ordinal) || type == "clientcertificate",
            IsRequired = constraints?.Flag("required") == false && initial is null ? false : null,
            Default = initial,
            Choices = choices,
        };
    }

    private static bool Fits(string text, string kind, string[] choices) => (choices.Length == 0 || choices.Contains(text)) && kind switch
    {
        "integer" => long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _),
        "boolean" => text is "true" or "false",
        _ => true,
    };

    // The tooltip often says no more than the description.
    private static string? SummaryOf(DocumentPlace? ui)
    {
        string? description = Texts.FirstParagraph(ui?.TextOf("description"));
        string? tooltip = Texts.FirstParagraph(ui?.TextOf("tooltip"));
        return description is null || tooltip is null || tooltip == description ? description ?? tooltip : description + " " + tooltip;
    }
}
