using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Makes a security method of each way to connect.</summary>
internal sealed class MethodReader(ImportContext context, ConnectionVariables variables, OAuthReader oauth)
{
    private readonly UniqueNames _names = new();

    /// <param name="additions">What policies add to every request.</param>
    /// <param name="server">The server of accounts of this method; null for that of all.</param>
    public ImportedSecurityMethod Read(ParameterSet set, MethodAdditions additions, DefinitionText? server)
    {
        (string kind, DefinitionValue.Mapping settings) = KindOf(set, additions);
        bool isOAuth = kind.StartsWith("oauth2", StringComparison.Ordinal);
        string id = set.Name.Length > 0 ? IdText.Part(Words.Of(set.Name)) ?? "connection" : kind switch
        {
            "oauth2.code" or "oauth2.clientCredentials" => "oauth",
            "basic" => "login",
            "apiKey" => "key",
            "bearer" => "token",
            _ => "connection",
        };
        settings = settings
            .With("apply", additions.ToApply(isOAuth))
            .With("expired", isOAuth && additions.ExpiredStatus is { } status ? DefinitionValue.Mapping.Empty.With("when", ExpressionText.StatusIs(401, status)) : null)
            .With("servers", server is { } url ? DefinitionValue.Mapping.Empty.With(ServerReader.Main, url) : null);
        return new ImportedSecurityMethod(_names.Claim([IdText.Of([id], "method")], "-"), kind, settings);
    }

    private (string Kind, DefinitionValue.Mapping Settings) KindOf(ParameterSet set, MethodAdditions additions)
    {
        if (set.OAuth is { } token)
        {
            return oauth.Read(set, token);
        }

        DocumentPlace[] schemes = [.. context.Top.Find("securityDefinitions")?.Members.Where(m => m.IsMapping) ?? []];
        bool hasLogin = variables.Find("username") is not null && set.Find("username") is not null && set.Find("password") is not null;
        if (hasLogin && (Array.Exists(schemes, IsBasic) || schemes.Length == 0) && !additions.HasHeader("Authorization"))
        {
            return ("basic", DefinitionValue.Mapping.Empty.With("username", Text("username")).With("password", Text("password")));
        }

        DocumentPlace? key = Array.Find(schemes, s => string.Equals(s.TextOf("type")?.Trim(), "apiKey", StringComparison.OrdinalIgnoreCase));
        if (key?.TextOf("name")?.Trim() is { Length: > 0 } name && CredentialOf(set, key) is { } credential)
        {
            string location = key.TextOf("in")?.Trim().ToLowerInvariant() == "query" ? "query" : "header";
            bool isSendable = location == "query" || Compiler.Binding.Requests.HeaderName.Problem(name) is null;
            if (isSendable && !(location == "header" && additions.HasHeader(name)))
            {
                return ("apiKey", DefinitionValue.Mapping.Empty.With("in", location).With("name", name).With("value", Text(credential.Token)));
            }
        }

        if (additions.IsEmpty && set.Parameters.FirstOrDefault(p => variables.Find(p.Token)?.IsSecret == true) is { } unsent)
        {
            context.Log.Add(PowerPlatformRules.NoPlace, unsent, unsent.Token);
        }

        return ("none", DefinitionValue.Mapping.Empty);
    }

    // The key has the scheme's name, or the one that every tool gives it, or is the only secret.
    private DocumentPlace? CredentialOf(ParameterSet set, DocumentPlace scheme)
    {
        DocumentPlace[] secrets = [.. set.Parameters.Where(p => variables.Find(p.Token) is { IsSecret: true })];
        return set.Find(scheme.Token) is { } same && variables.Find(same.Token) is not null ? same
            : set.Find("api_key") is { } usual && variables.Find(usual.Token) is not null ? usual
            : secrets.Length > 0 ? secrets[0]
            : null;
    }

    private DefinitionValue Text(string parameter)
    {
        ImportedVariable variable = variables.Find(parameter)!;
        ExpressionText value = ExpressionText.Variable(variable.Name);
        return variable.IsRequired == false ? value.Or(ExpressionText.Literal("")) : value;
    }

    private static bool IsBasic(DocumentPlace scheme) => string.Equals(scheme.TextOf("type")?.Trim(), "basic", StringComparison.OrdinalIgnoreCase);
}
