using System.CommandLine;

namespace Interactor.Cli.Importing;

/// <summary>The options of every kind of import.</summary>
internal sealed class ImportOptions
{
    public Option<string> Output { get; } = new("--output", "-o") { Description = "The folder to write: a new or empty one, or that of an earlier import.", HelpName = "DIR", Required = true };

    public Option<string> Report { get; } = new("--report") { Description = "Writes every finding as JSON to a file.", HelpName = "FILE" };

    public Option<bool> Force { get; } = new("--force") { Description = "Writes over whatever the folder holds, edited files too." };

    public ImportSettings Of(ParseResult parsed) => new(parsed.GetRequiredValue(Output), parsed.GetValue(Report), parsed.GetValue(Force));
}
