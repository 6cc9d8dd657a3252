using System.CommandLine;

namespace Interactor.Cli.Commands;

/// <summary>The port of something that listens.</summary>
internal static class PortOption
{
    /// <param name="otherwise">The port where none is given; zero takes one that is free.</param>
    public static Option<int> Create(int otherwise = 0)
    {
        Option<int> port = new("--port", "-p")
        {
            Description = otherwise == 0 ? "The port; one that is free unless given." : "The port; 0 takes one that is free.",
            HelpName = "PORT",
            DefaultValueFactory = _ => otherwise,
        };
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
