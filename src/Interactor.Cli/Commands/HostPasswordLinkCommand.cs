using System.CommandLine;
using System.Globalization;
using Interactor.Cli.Hosting;
using Interactor.Host;
using Interactor.Host.People;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor host password-link</c>: a way back in for somebody who forgot the password and has nobody to ask.</summary>
internal static class HostPasswordLinkCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string?> email = new("email") { Description = "The e-mail address of the person; the only administrator unless given.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> data = StoreOptions.Data();
        Option<string?> connection = StoreOptions.Connection();
        Option<string?> publicUrl = StoreOptions.PublicUrl();
        Option<int> port = PortOption.Create(HostUpCommand.DefaultPort);
        Command command = new("password-link", "Makes a link, good once, at which a person sets a new password. A host with a SQLite file is stopped before.") { email, data, connection, publicUrl, port };
        command.SetAction((parsed, cancellation) => RunAsync(
            host,
            new HostSettings
            {
                DataDirectory = parsed.GetRequiredValue(data),
                Connection = parsed.GetValue(connection) ?? host.Variable(StoreOptions.ConnectionVariable),
                Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{parsed.GetValue(port)}"),
                PublicUrl = HostUpCommand.UrlOf(parsed.GetValue(publicUrl)),
            },
            parsed.GetValue(email),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, HostSettings settings, string? email, CancellationToken cancellation)
    {
        PasswordLink link = await PasswordLink.CreateAsync(settings, email, cancellation).ConfigureAwait(false);
        host.Out.WriteLine($"{link.Email} sets a new password here, once and within a day, when the host runs: {link.Url.AbsoluteUri}");
        return ExitCode.Good;
    }
}
