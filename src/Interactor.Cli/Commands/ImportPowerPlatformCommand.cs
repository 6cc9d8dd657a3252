using System.CommandLine;
using Interactor.Cli.Importing;
using Interactor.Cli.Output;
using Interactor.Import;
using Interactor.Import.OpenApi;
using Interactor.Import.PowerPlatform;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor import powerplatform</c>: the folder of a Power Platform connector becomes one of ours.</summary>
internal static class ImportPowerPlatformCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string> folder = new("dir") { Description = "The folder with apiDefinition.swagger.json and apiProperties.json." };
        ImportOptions shared = new();
        Option<string> id = new("--id") { Description = "The connector's id; made of the definition's title unless given.", HelpName = "ID" };
        Command command = new("powerplatform", "Writes the files of a connector made of a Power Platform connector.")
        {
            folder, shared.Output, id, shared.Owner, shared.Report, shared.Force,
        };
        command.SetAction((parsed, cancellation) =>
        {
            OpenApiImportOptions options = new() { Id = parsed.GetValue(id), Owner = parsed.GetRequiredValue(shared.Owner) };
            return Task.FromResult(Run(host, parsed.GetRequiredValue(folder), options, shared.Of(parsed), cancellation));
        });
        return command;
    }

    private static int Run(CommandHost host, string folder, OpenApiImportOptions options, ImportSettings settings, CancellationToken cancellation)
    {
        ImportChecks.Identity(options.Id, options.Owner);
        ImportChecks.IsFolder(folder);
        FolderImport import = new(host, settings);
        import.CheckFolder(Path.TrimEndingDirectorySeparator(folder));
        ImportResult result;
        using (Progress.Start(host, $"Importing {folder}"))
        {
            result = PowerPlatformImporter.ImportFolder(folder, options, cancellation);
        }

        return import.Finish(Path.TrimEndingDirectorySeparator(folder), result, cancellation);
    }
}
