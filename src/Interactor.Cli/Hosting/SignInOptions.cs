using System.CommandLine;
using Interactor.Host.People;

namespace Interactor.Cli.Hosting;

/// <summary>The options that let people sign in at a provider of OpenID Connect. Its secret is no option: arguments are seen by everybody on the machine.</summary>
internal sealed class SignInOptions
{
    private const string SecretVariable = "INTERACTOR_OIDC_CLIENT_SECRET";

    private readonly Option<string?> _issuer = new("--oidc-issuer") { Description = $"The issuer of OpenID Connect at which people may sign in. INTERACTOR_OIDC_ISSUER says the same; {SecretVariable} has the secret.", HelpName = "URL" };
    private readonly Option<string?> _client = new("--oidc-client-id") { Description = "The id of the host as its client. INTERACTOR_OIDC_CLIENT_ID says the same.", HelpName = "ID" };
    private readonly Option<string?> _role = new("--oidc-default-role") { Description = "The role of people whom nobody invited: viewer, developer or administrator. They are refused unless given.", HelpName = "ROLE" };

    public void AddTo(Command command)
    {
        command.Options.Add(_issuer);
        command.Options.Add(_client);
        command.Options.Add(_role);
    }

    /// <summary>The settings of the provider; null where none is named.</summary>
    /// <exception cref="CommandException">What is given is not enough, or not right.</exception>
    public OpenIdConnectSettings? Read(ParseResult parsed, CommandHost host)
    {
        string? issuer = parsed.GetValue(_issuer) ?? host.Variable("INTERACTOR_OIDC_ISSUER");
        string? client = parsed.GetValue(_client) ?? host.Variable("INTERACTOR_OIDC_CLIENT_ID");
        string? role = parsed.GetValue(_role);
        if (issuer is null)
        {
            return client is null && role is null ? null : throw new CommandException("--oidc-issuer is missing: where people sign in.", ExitCode.Usage);
        }

        return new OpenIdConnectSettings
        {
            Issuer = Uri.TryCreate(issuer, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
                ? url
                : throw new CommandException($"'{issuer}' is not an absolute http or https URL.", ExitCode.Usage),
            ClientId = client ?? throw new CommandException("--oidc-client-id is missing: the id of the host at the issuer.", ExitCode.Usage),
            ClientSecret = host.Variable(SecretVariable),
            DefaultRole = role switch
            {
                null => null,
                "viewer" => Role.Viewer,
                "developer" => Role.Developer,
                "administrator" => Role.Administrator,
                _ => throw new CommandException($"'{role}' is no role. The roles are viewer, developer and administrator.", ExitCode.Usage),
            },
        };
    }
}
