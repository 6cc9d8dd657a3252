using System.Text;

namespace Interactor.Cli.Running;

/// <summary>The credentials of a call: from the command line, else from the environment.</summary>
/// <param name="Account">Whose, as part of the names in the environment; null for no one in particular.</param>
/// <param name="Method">The security method that was asked for; null for any.</param>
/// <param name="Set">What <c>--set</c> gave.</param>
internal sealed record GivenValues(string? Account, string? Method, IReadOnlyDictionary<string, string> Set, Func<string, string?> Environment)
{
    private const string Prefix = "INTERACTOR_";
    private const string FactPrefix = "account.";

    /// <summary>The access token of an OAuth method.</summary>
    public string? Token => FromEnvironment("token");

    /// <summary>A token beside it, by its name: <c>INTERACTOR_TOKEN_PERSON</c>.</summary>
    public string? NamedToken(string name) => FromEnvironment("token_" + name);

    /// <summary>The value of a variable, or null.</summary>
    public string? Variable(string name) => Set.TryGetValue(name, out string? value) ? value : FromEnvironment(name);

    /// <summary>The facts about the account that <c>--set account.name=value</c> gave.</summary>
    public Dictionary<string, string> Facts() =>
        Set.Where(p => p.Key.StartsWith(FactPrefix, StringComparison.Ordinal)).ToDictionary(p => p.Key[FactPrefix.Length..], p => p.Value);

    /// <summary>The names that were set but that nothing reads.</summary>
    public IEnumerable<string> Unknown(IEnumerable<string> variables) =>
        Set.Keys.Where(k => !k.StartsWith(FactPrefix, StringComparison.Ordinal)).Except(variables);

    /// <summary>The name of a value in the environment: <c>INTERACTOR_API_KEY</c>.</summary>
    public static string NameInEnvironment(string name, string? account = null)
    {
        StringBuilder text = new(Prefix);
        foreach (char c in account is null ? name : $"{account}_{name}")
        {
            text.Append(char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_');
        }

        return text.ToString();
    }

    private string? FromEnvironment(string name) =>
        (Account is null ? null : Given(NameInEnvironment(name, Account))) ?? Given(NameInEnvironment(name));

    private string? Given(string name) => Environment(name) is { Length: > 0 } value ? value : null;
}
