using System.CommandLine;
using System.Globalization;
using Interactor.Cli.Hosting;
using Interactor.Host;
using Interactor.Host.Mcp;
using Microsoft.Extensions.Logging;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor mcp</c>: actions as tools over standard input and output, which is what desktop clients start.</summary>
internal static class McpCommand
{
    /// <summary>The variable of the environment with the key for a host at <c>--url</c>.</summary>
    private const string KeyVariable = "INTERACTOR_HOST_KEY";

    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = new("path")
        {
            Description = "Folders of connectors; 'connectors' where there is one, unless given.",
            Arity = ArgumentArity.ZeroOrMore,
            Validators = { PathArguments.RefuseOptions },
        };
        Option<string> data = StoreOptions.Data();
        Option<string?> connection = StoreOptions.Connection();
        Option<string?> keys = StoreOptions.Keys();
        Option<string?> packages = new("--packages") { Description = "A folder of compiled connectors; 'packages' in --data unless given.", HelpName = "DIR" };
        Option<string> environment = new("--environment") { Description = "The environment whose accounts are used.", HelpName = "NAME", DefaultValueFactory = static _ => "Development" };
        Option<string?> organization = new("--organization") { Description = "The organization of the environment, where several have one of its name.", HelpName = "NAME" };
        Option<string?> account = new("--account", "-a") { Description = "The account that every call acts for; each call names one unless given.", HelpName = "A" };
        Option<string[]> connectors = new("--connector") { Description = "Only actions of this connector. May be given several times.", HelpName = "ID", DefaultValueFactory = static _ => [] };
        Option<string[]> effects = new("--effect") { Description = "Only actions with this effect: read, write or destructive. May be given several times.", HelpName = "EFFECT", DefaultValueFactory = static _ => [] };
        Option<int> port = PortOption.Create();
        Option<bool> production = new("--production") { Description = "No sandbox, no providers on this machine, no redirects to it." };
        Option<string?> url = new("--url") { Description = $"A host that runs, in place of one in this process. The key of its environment is {KeyVariable}.", HelpName = "URL" };
        Command command = new("mcp", "Offers actions as tools to a client of the Model Context Protocol, over standard input and output.")
        {
            paths, data, connection, keys, packages, environment, organization, account, connectors, effects, port, production, url,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(url) is { Implicit: false } && new Option[] { data, connection, keys, packages, environment, organization, port, production }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } own)
            {
                result.AddError($"{own.Name} is for a host in this process, and --url names another one.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            McpSettings settings = new()
            {
                Environment = parsed.GetRequiredValue(environment),
                Organization = parsed.GetValue(organization),
                Account = parsed.GetValue(account),
                Connectors = parsed.GetRequiredValue(connectors),
                Effects = parsed.GetRequiredValue(effects),
            };
            return HostUpCommand.UrlOf(parsed.GetValue(url)) is { } there
                ? BridgeAsync(host, there, settings, cancellation)
                : ServeAsync(
                    host,
                    new HostSettings
                    {
                        DataDirectory = parsed.GetRequiredValue(data),
                        Connection = parsed.GetValue(connection) ?? host.Variable(StoreOptions.ConnectionVariable),
                        KeyDirectory = parsed.GetValue(keys),
                        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{parsed.GetValue(port)}"),
                        DefinitionFolders = HostUpCommand.FoldersOf(parsed.GetValue(paths)),
                        PackageDirectory = parsed.GetValue(packages),
                        IsDevelopment = !parsed.GetValue(production),

                        // Nobody would see the link, and it would end the one that a host printed.
                        OffersSetup = false,
                    },
                    settings,
                    cancellation);
        });
        return command;
    }

    private static async Task<int> ServeAsync(CommandHost host, HostSettings settings, McpSettings tools, CancellationToken cancellation)
    {
        using TelemetryExport telemetry = TelemetryExport.Begin(host);
        HostApplication application = await HostApplication.StartAsync(settings, logging => logging.AddProvider(new LineLoggerProvider(host.Error)), cancellation).ConfigureAwait(false);
        await using (application.ConfigureAwait(false))
        {
            // Standard output belongs to the protocol.
            host.Error.WriteLine($"Listening on {application.Url.GetLeftPart(UriPartial.Authority)}, where accounts are connected.");
            if (application.FirstKey is { } key)
            {
                // Clients keep what goes to standard error in their logs, where a key must not be.
                host.Error.WriteLine(host.ErrorIsTerminal
                    ? $"API key of the environment Development, which is not shown again: {key}"
                    : "This was the first start, and the API key that it made is not shown here. Accounts are connected by the tool 'connect-account'.");
            }

            (Stream input, Stream output) = host.OpenStreams();
            await application.ServeToolsAsync(input, output, tools, cancellation).ConfigureAwait(false);
        }

        return ExitCode.Good;
    }

    private static async Task<int> BridgeAsync(CommandHost host, Uri url, McpSettings tools, CancellationToken cancellation)
    {
        string key = host.Variable(KeyVariable) is { Length: > 0 } given ? given : throw new CommandException($"Set {KeyVariable} to the key of an environment of the host.", ExitCode.Usage);
        IEnumerable<string> query = tools.Connectors.Select(static name => $"connectors={Uri.EscapeDataString(name)}")
            .Concat(tools.Effects.Select(static name => $"effect={Uri.EscapeDataString(name)}"))
            .Concat(tools.Account is null ? [] : [$"account={Uri.EscapeDataString(tools.Account)}"]);
        UriBuilder endpoint = new(url) { Path = url.AbsolutePath.TrimEnd('/') + "/mcp", Query = string.Join('&', query) };
        (Stream input, Stream output) = host.OpenStreams();
        await McpBridge.RunAsync(endpoint.Uri, key, input, output, cancellation).ConfigureAwait(false);
        return ExitCode.Good;
    }
}
