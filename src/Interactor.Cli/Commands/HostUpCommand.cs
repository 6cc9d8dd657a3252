using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Interactor.Cli.Hosting;
using Interactor.Host;
using Microsoft.Extensions.Logging;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor host up</c>: serves connectors until it is stopped.</summary>
internal static class HostUpCommand
{
    private const string DefaultConnectors = "connectors";
    public const int DefaultPort = 7070;

    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = new("path")
        {
            Description = "Folders of connectors to serve; 'connectors' where there is one, unless given.",
            Arity = ArgumentArity.ZeroOrMore,
            Validators = { PathArguments.RefuseOptions },
        };
        Option<int> port = PortOption.Create(DefaultPort);
        Option<string> data = StoreOptions.Data();
        Option<string?> connection = StoreOptions.Connection();
        Option<string?> keys = StoreOptions.Keys();
        Option<string> address = new("--address") { Description = "The address to listen at: an IP address, or localhost.", HelpName = "IP", DefaultValueFactory = static _ => "127.0.0.1" };
        Option<string?> publicUrl = StoreOptions.PublicUrl();
        Option<string?> packages = new("--packages") { Description = "A folder of compiled connectors: packages (.nupkg), or folders of assemblies; 'packages' in --data unless given.", HelpName = "DIR" };
        Option<bool> scripts = new("--allow-csharp-scripts") { Description = "Connectors and drafts may have scripts in C#, which do whatever the host may do." };
        Option<bool> production = new("--production") { Description = "No sandbox, no providers on this machine, no redirects to it." };
        Option<string[]> proxies = new("--trusted-proxy") { Description = "A network of proxies whose X-Forwarded headers are believed, such as 10.0.0.0/8.", HelpName = "NETWORK" };
        Option<int?> rate = new("--requests-per-minute") { Description = "How many requests the key of each environment may make in a minute; any number unless given.", HelpName = "NUMBER" };
        rate.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int most) || most < 1))
            {
                result.AddError($"'{result.Tokens[0].Value}' is no number of requests: it is a whole number from 1 on.");
            }
        });
        SignInOptions signIn = new();
        Command command = new("up", "Serves connectors until Ctrl-C.") { paths, port, data, connection, keys, address, publicUrl, packages, production, scripts, proxies, rate };
        signIn.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(
            host,
            new HostSettings
            {
                DataDirectory = parsed.GetRequiredValue(data),
                Connection = parsed.GetValue(connection) ?? host.Variable(StoreOptions.ConnectionVariable),
                KeyDirectory = parsed.GetValue(keys),
                Url = string.Create(CultureInfo.InvariantCulture, $"http://{ListeningAt(parsed.GetRequiredValue(address))}:{parsed.GetValue(port)}"),
                PublicUrl = UrlOf(parsed.GetValue(publicUrl)),
                DefinitionFolders = FoldersOf(parsed.GetValue(paths)),
                PackageDirectory = parsed.GetValue(packages),
                IsDevelopment = !parsed.GetValue(production),
                AllowCSharpScripts = parsed.GetValue(scripts),
                TrustedProxies = [.. (parsed.GetValue(proxies) ?? []).Select(NetworkOf)],
                RequestsPerMinute = parsed.GetValue(rate),
                OpenIdConnect = signIn.Read(parsed, host),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, HostSettings settings, CancellationToken cancellation)
    {
        using TelemetryExport telemetry = TelemetryExport.Begin(host);
        HostApplication application = await HostApplication.StartAsync(settings, logging => logging.AddProvider(new LineLoggerProvider(host.Error)), cancellation).ConfigureAwait(false);
        await using (application.ConfigureAwait(false))
        {
            host.Out.WriteLine($"Listening on {application.Url.GetLeftPart(UriPartial.Authority)}");
            host.Out.WriteLine($"Connectors: {(application.Connectors.Count == 0 ? "none" : string.Join(", ", application.Connectors))}");
            if (application.FirstKey is { } key)
            {
                host.Out.WriteLine($"API key of the environment Development, which is not shown again: {key}");
            }

            if (application.SetupUrl is { } setup)
            {
                host.Out.WriteLine($"The administrator is made here, once and within a day: {setup.AbsoluteUri}");
            }

            host.Error.WriteLine("Ctrl-C stops it.");
            await application.WaitForStopAsync(cancellation).ConfigureAwait(false);
            host.Error.WriteLine("Stopping.");
        }

        return ExitCode.Good;
    }

    /// <summary>The folders that were given, or the one that is served unless some are.</summary>
    public static IReadOnlyList<string> FoldersOf(string[]? given) => given is { Length: > 0 } ? given : Directory.Exists(DefaultConnectors) ? [DefaultConnectors] : [];

    public static Uri? UrlOf(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" ? url
        : throw new CommandException($"'{text}' is not an absolute http or https URL.", ExitCode.Usage);

    private static IPNetwork NetworkOf(string text) =>
        IPNetwork.TryParse(text, out IPNetwork network) ? network
        : IPAddress.TryParse(text, out IPAddress? one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : throw new CommandException($"'{text}' is no address and no network such as 10.0.0.0/8.", ExitCode.Usage);

    // The server listens at every address for a name that it does not know, which a name with a slip of the finger is.
    private static string ListeningAt(string address) =>
        address == "localhost" ? address
        : !IPAddress.TryParse(address.Trim('[', ']'), out IPAddress? ip) ? throw new CommandException($"'{address}' is no IP address to listen at, such as 127.0.0.1, ::1 or 0.0.0.0.", ExitCode.Usage)
        : ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{ip}]"
        : ip.ToString();
}
