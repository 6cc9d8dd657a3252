using System.CommandLine;
using Interactor.Cli.Importing;
using Interactor.Cli.Output;
using Interactor.Import;
using Interactor.Import.Documents;
using Interactor.Import.OpenApi;
using Interactor.Import.Overlays;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor import openapi</c>: an OpenAPI document becomes the files of a connector, for people to own.</summary>
internal static class ImportOpenApiCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string> file = new("file") { Description = "A document of Swagger 2.0 or OpenAPI 3, in JSON or YAML." };
        ImportOptions shared = new();
        Option<string> id = new("--id") { Description = "The connector's id; made of the document's title unless given.", HelpName = "ID" };
        Option<string> server = new("--server") { Description = "The base URL in place of the document's servers.", HelpName = "URL" };
        Option<string[]> include = new("--include") { Description = "Only operations whose id, path or tag fits; '*' is any text. May be given several times.", HelpName = "P" };
        Option<string[]> exclude = new("--exclude") { Description = "No operations whose id, path or tag fits. May be given several times.", HelpName = "P" };
        Option<bool> unused = new("--unused-schemas") { Description = "Also schemas that no operation uses." };
        Option<string> overlay = new("--overlay") { Description = "Changes to the document; '<file>.overlay.yaml' beside it unless given.", HelpName = "FILE" };
        Command command = new("openapi", "Writes the files of a connector made of an OpenAPI document. Again over the same folder, it keeps what was edited.")
        {
            file, shared.Output, id, shared.Owner, server, include, exclude, unused, overlay, shared.Report, shared.Force,
        };
        command.SetAction((parsed, cancellation) =>
        {
            OpenApiImportOptions options = new()
            {
                Id = parsed.GetValue(id),
                Owner = parsed.GetRequiredValue(shared.Owner),
                Server = parsed.GetValue(server),
                Include = parsed.GetValue(include) ?? [],
                Exclude = parsed.GetValue(exclude) ?? [],
                KeepUnusedSchemas = parsed.GetValue(unused),
            };
            return Task.FromResult(Run(host, parsed.GetRequiredValue(file), options, parsed.GetValue(overlay), shared.Of(parsed), cancellation));
        });
        return command;
    }

    private static int Run(
        CommandHost host, string file, OpenApiImportOptions options, string? overlay, ImportSettings settings, CancellationToken cancellation)
    {
        ImportChecks.Identity(options.Id, options.Owner);
        ImportChecks.IsFile(file);
        if (overlay is not null)
        {
            ImportChecks.IsFile(overlay);
        }

        FolderImport import = new(host, settings);
        import.CheckFolder(file);
        ImportResult result;
        using (Progress.Start(host, $"Importing {Path.GetFileName(file)}"))
        {
            result = OpenApiImporter.Import(DocumentSource.FromFile(file), options, cancellation);
            ImportChecks.Options(result);
            if ((overlay ?? OverlayFile.Beside(file)) is { } path)
            {
                result = OverlayFile.Read(path).ApplyTo(result, cancellation);
            }
        }

        return import.Finish(file, result, cancellation);
    }
}
