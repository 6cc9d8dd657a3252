using System.CommandLine;
using Interactor.Cli.Scaffolding;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor new</c>: a small connector to begin with.</summary>
internal static class NewCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string> id = new("id") { Description = "The connector's id, such as 'weather' or 'acme-crm'." };
        Option<string> output = new("--output", "-o") { Description = "The folder to write; a folder named like the id unless given.", HelpName = "DIR" };
        Option<string> owner = new("--owner") { Description = "Who publishes the connector; a part of its address.", HelpName = "O", DefaultValueFactory = _ => "local" };
        Command command = new("new", "Writes a small connector that works: one action, two tests of it and a guide.") { id, output, owner };
        command.SetAction(parsed => Run(host, parsed.GetRequiredValue(id), parsed.GetValue(output), parsed.GetRequiredValue(owner)));
        return command;
    }

    private static int Run(CommandHost host, string id, string? output, string owner)
    {
        ConnectorTemplate template = new(id, owner);
        if (template.Problem() is { } problem)
        {
            throw new CommandException(problem, ExitCode.Usage);
        }

        string folder = output ?? id;
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new CommandException($"'{folder}' exists and is not empty. Name another folder with --output.");
        }

        foreach ((string path, string text) in template.Files())
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            host.Out.WriteLine(file);
        }

        host.Error.WriteLine($"Created the connector '{owner}/{id}'. Next: interactor test {Quote(folder)}");
        return ExitCode.Good;
    }

    private static string Quote(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
