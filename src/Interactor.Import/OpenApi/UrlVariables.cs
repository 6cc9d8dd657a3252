using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Turns the variables of a URL into variables of the connector. What stands in a host takes no value that could lead elsewhere.</summary>
internal sealed class UrlVariables(ImportContext context, VariableTable variables, IReadOnlyList<SpecVariable> declared, DocumentPlace place)
{
    private const string LabelPattern = "[A-Za-z0-9-]+";
    private const string HostPattern = @"[A-Za-z0-9.-]+(:[0-9]+)?";
    private const string UrlPattern = @"https://[^\s/?#@\\]+(/[^\s?#\\]*)?";
    private const string PortPattern = "[0-9]{1,5}";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<string> ChoicesOf(string name) => declared.FirstOrDefault(v => v.Name == name)?.Choices ?? [];

    /// <summary>The connector's variable for one that stands in the host.</summary>
    /// <param name="isWhole">It is all of the host.</param>
    public string InHost(string name, bool isWhole, bool isPort) => Take(
        name,
        isPort ? PortPattern : isWhole ? HostPattern : LabelPattern,
        value => isPort ? value.Length is > 0 and <= 5 && value.All(char.IsAsciiDigit) : isWhole ? UrlText.IsHost(value) : UrlText.IsLabel(value));

    /// <summary>The connector's variable for one that stands in the path.</summary>
    public string InPath(string name) => Take(name, null, static value => !value.Any(c => char.IsControl(c) || c is '?' or '#' or '\\'));

    /// <summary>The connector's variable for one that holds a whole base URL.</summary>
    public string AsUrl(string name) => Take(
        name,
        UrlPattern,
        static value => UrlText.Split(value) is { Scheme: "https", Authority: var host } && UrlText.IsHost(host) && !value.EndsWith('/'));

    private string Take(string name, string? pattern, Func<string, bool> fits)
    {
        if (_names.TryGetValue(name, out string? known))
        {
            return known;
        }

        SpecVariable spec = declared.FirstOrDefault(v => v.Name == name) ?? new SpecVariable(name, null, [], null);
        string[] choices = [.. spec.Choices.Where(fits)];
        string? initial = spec.Default is { } text && fits(text) ? text : null;
        if (spec.Default is { Length: > 0 } unfit && initial is null)
        {
            context.Log.Add(ImportRules.ServerDefault, place, unfit, name);
        }

        if (choices.Length > 0 && initial is not null && !choices.Contains(initial))
        {
            choices = [initial, .. choices];
        }

        return _names[name] = variables.Add(new ImportedVariable(VariableTable.NameOf(name))
        {
            Title = Texts.TitleOf(name),
            Summary = Texts.FirstParagraph(spec.Description),
            Default = initial,
            Pattern = choices.Length > 0 ? null : pattern,
            Choices = choices,
        });
    }
}
