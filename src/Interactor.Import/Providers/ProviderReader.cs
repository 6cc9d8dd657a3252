using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>Makes the connector of one provider.</summary>
internal sealed class ProviderReader(ImportContext context, ProviderEntry entry)
{
    // Scripts and settings of the platform that the format belongs to.
    private static readonly Dictionary<string, string> Dropped = new(StringComparer.Ordinal)
    {
        ["post_connection_script"] = "what it finds out is given instead",
        ["pre_connection_deletion_script"] = "disconnecting forgets the connection",
        ["credentials_verification_script"] = "the credentials prove themselves with the first request",
        ["webhook_routing_script"] = "webhooks are not received",
    };

    public ImportedConnector? Read()
    {
        ProviderVariables variables = new(entry, context.Log);
        string mode = entry.TextOf("auth_mode") ?? "";
        GivenMethods.Declare(mode, variables);
        Alternatives.Prepare(entry, variables);
        EgressTable egress = new();
        ProviderValues values = new(variables, context.Log);
        ProviderUrls urls = new(context, entry, variables, values, egress);

        // Addresses come first: what stands in them is no secret anywhere else either.
        ProviderUrl? server = entry.Proxy("base_url") is { } address ? urls.Read(address, "base_url") : null;
        ProviderAdditions additions = new(entry, values, context.Log);
        if (MethodOf(mode, variables, values, urls, additions) is not { } method)
        {
            return null;
        }

        DefinitionValue.Mapping settings = method.Settings;
        if (settings.Find("apply") is null)
        {
            settings = settings.With("apply", additions.ToApply(method.HasToken));
        }

        settings = settings
            .With("certificate", new CertificateSlot(entry, variables).Read())
            .With("verify", server is null ? null : new VerificationReader(context, entry, values).Read());
        foreach ((string key, string reason) in Dropped.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            if (entry.Find(key) is { } place)
            {
                context.Log.Add(ProviderRules.Setting, place, key, reason);
            }
        }

        return new ImportedConnector
        {
            Owner = context.Options.Owner,
            Id = IdText.Of([IdText.Part(Words.Written(entry.Name)) ?? "provider"], "x"),
            Name = Texts.Line(entry.TextOf("display_name")) ?? entry.Name,
            Version = "1.0.0",
            Guide = entry.TextOf("docs") is { Length: > 0 } docs ? "Documentation: " + docs : null,
            Categories = [.. entry.TextsOf("categories").Select(Words.Joined).Where(c => c.Length > 0 && char.IsAsciiLetterLower(c[0])).Distinct()],
            Dialect = "2020-12",
            Servers = server is null ? [] : [new ImportedServer(ServerReader.Main, server.Text)],
            Egress = egress.All,
            Variables = variables.All,
            Security = [new ImportedSecurityMethod(method.Id, method.Kind, settings)],
            Settings = TrafficReader.Read(context, entry),
        };
    }

    private ProviderMethod? MethodOf(string mode, ProviderVariables variables, ProviderValues values, ProviderUrls urls, ProviderAdditions additions)
    {
        GivenMethods given = new(context, entry, variables, additions);
        OAuthMethods oauth = new(entry, variables, values, urls);
        SessionMethods sessions = new(context, entry, variables, values, urls);
        JwtBearerMethod bearer = new(entry, values, urls);
        OAuth1Method oauth1 = new(context, entry, variables, values, urls);
        CertificateSlot certificate = new(entry, variables);
        switch (mode)
        {
            case not "" when certificate.WhyNot(mode) is { } lack:
                return NotConverted(lack);
            case "NONE":
                return GivenMethods.None();
            case "API_KEY":
                return given.ReadKey();
            case "BASIC":
            case "INSTALL_PLUGIN" when entry.TextOf("auth_type") == "BASIC":
                return given.ReadLogin();
            case "OAUTH2":
                return oauth.Read(withConsent: true);
            case "MCP_OAUTH2" or "MCP_OAUTH2_GENERIC":
                context.Log.Add(ProviderRules.Registration, entry.Find("auth_mode")!);
                return oauth.Read(withConsent: true);
            case "OAUTH2_CC" when entry.TextOf("body_format") == "json" || GrantOf() is not (null or "client_credentials"):
                return sessions.ReadGrant();
            case "OAUTH2_CC":
                return oauth.Read(withConsent: false);
            case "OAUTH1":
                return oauth1.WhyNot() is { } missing ? NotConverted(missing) : oauth1.Read();
            case "TWO_STEP" when entry.Find("token") is not null || entry.Find("signature") is not null || entry.Find("assertion") is not null:
                return bearer.WhyNot() is { } difference ? NotConverted(difference) : bearer.Read();
            case "TWO_STEP":
                return sessions.WhyNot() is { } reason ? NotConverted(reason) : sessions.ReadLogin();
            case "BILL":
                return BillMethod.Read(entry, variables, urls);
            default:
                return NotConverted(UnconvertedKinds.WhyNot(mode, entry));
        }
    }

    private string? GrantOf() => entry.Members("token_params").FirstOrDefault(p => p.Token == "grant_type")?.Text;

    private ProviderMethod? NotConverted(string reason)
    {
        context.Log.Add(ProviderRules.NotConverted, entry.Find("auth_mode") ?? entry.Place, entry.Name, reason);
        return null;
    }
}
