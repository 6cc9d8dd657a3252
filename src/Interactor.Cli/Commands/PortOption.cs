using System.CommandLine;

namespace Interactor.Cli.Commands;

/// <summary>The port of something that listens.</summary>
internal static class PortOption
{
    public static Option<int> Create()
    {
        Option<int> port = new("--port", "-p") { Description = "The port; one that is free unless given.", HelpName = "PORT" };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out int value) || value is < 0 or > 65535))
            {
                result.AddError($"'{result.Tokens[0].Value}' is not a port: it is a number from 0 to 65535.");
            }
        });
        return port;
    }
}
