using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>Methods whose credential the user gives: a key, a user name and a password, nothing.</summary>
internal sealed class GivenMethods(ImportContext context, ProviderEntry entry, ProviderVariables variables, ProviderAdditions additions)
{
    private const string Key = "credentials.apiKey";

    public ProviderMethod ReadKey()
    {
        if (additions.Take(n => n == Key) is { } key || (additions.Take(n => n.StartsWith("credentials.", StringComparison.Ordinal)) is { } other && (key = other) is not null))
        {
            return new ProviderMethod("key", "apiKey", DefinitionValue.Mapping.Empty.With("in", key.Location).With("name", key.Name).With("value", key.Value));
        }

        context.Log.Add(ProviderRules.NoCredential, entry.Find("auth_mode") ?? entry.Place);
        return new ProviderMethod("key", "none", DefinitionValue.Mapping.Empty);
    }

    public ProviderMethod ReadLogin() => new("login", "basic", DefinitionValue.Mapping.Empty
        .With("username", Text("credentials.username", "username", isSecret: false))
        .With("password", Text("credentials.password", "password", isSecret: true)));

    public static ProviderMethod None() => new("none", "none", DefinitionValue.Mapping.Empty);

    /// <summary>Declares what the kind has by itself, so that expressions may name it.</summary>
    public static void Declare(string mode, ProviderVariables variables)
    {
        switch (mode)
        {
            case "API_KEY":
                variables.Imply(Key, new ImportedVariable("api_key") { Title = "API key", IsSecret = true });
                break;
            case "BASIC" or "INSTALL_PLUGIN":
                variables.Imply("credentials.username", new ImportedVariable("username") { Title = "User name" });
                variables.Imply("credentials.password", new ImportedVariable("password") { Title = "Password", IsSecret = true });
                break;
            case "OAUTH1" or "OAUTH2" or "OAUTH2_CC" or "MCP_OAUTH2" or "MCP_OAUTH2_GENERIC":
                variables.Imply("credentials.client_id", new ImportedVariable("client_id") { Title = "Client ID", IsOfApp = mode != "OAUTH2_CC" });
                variables.Imply("credentials.client_secret", new ImportedVariable("client_secret") { Title = "Client secret", IsSecret = true, IsOfApp = mode != "OAUTH2_CC" });
                break;
        }
    }

    private DefinitionValue Text(string path, string name, bool isSecret)
    {
        ImportedVariable variable = variables.Imply(path, new ImportedVariable(name) { Title = Texts.TitleOf(name), IsSecret = isSecret });
        ExpressionText value = ExpressionText.Variable(variable.Name);
        return variable.IsRequired == false ? value.Or(ExpressionText.Literal("")) : value;
    }
}
