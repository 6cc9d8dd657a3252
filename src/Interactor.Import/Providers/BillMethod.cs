using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>The login of BILL, which is a kind of its own in provider configurations: everything but its address is known.</summary>
internal static class BillMethod
{
    private static readonly (string Name, string Wire, bool IsSecret)[] Credentials =
    [
        ("username", "username", false), ("password", "password", true), ("organization_id", "organizationId", false), ("dev_key", "devKey", true),
    ];

    public static ProviderMethod? Read(ProviderEntry entry, ProviderVariables variables, ProviderUrls urls)
    {
        if (urls.Read(entry.Find("token_url"), "token_url") is not { } url)
        {
            return null;
        }

        DefinitionValue.Mapping body = DefinitionValue.Mapping.Empty;
        foreach ((string name, string wire, bool isSecret) in Credentials)
        {
            ImportedVariable variable = variables.Imply("credentials." + name, new ImportedVariable(name) { Title = Texts.TitleOf(name), IsSecret = isSecret });
            body = body.With(wire, ExpressionText.Variable(variable.Name));
        }

        DefinitionValue.Mapping headers = DefinitionValue.Mapping.Empty.With("devKey", body.Find("devKey")).With("sessionId", ExpressionText.Token);
        return new ProviderMethod("login", "session", DefinitionValue.Mapping.Empty
            .With("request", DefinitionValue.Mapping.Empty.With("method", "POST").With("url", url.Text).With("json", body))
            .With("token", DefinitionValue.Mapping.Empty.With("value", ExpressionText.ResponseBody.Member("sessionId")))
            .With("apply", DefinitionValue.Mapping.Empty.With("headers", headers)));
    }
}
