using System.CommandLine;
using Interactor.Cli.Importing;
using Interactor.Cli.Output;
using Interactor.Compiler.Diagnostics;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Providers;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor import auth-providers</c>: configurations of providers become connectors without actions, a folder each.</summary>
internal static class ImportAuthProvidersCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string> file = new("file") { Description = "A YAML file of provider configurations." };
        ImportOptions shared = new();
        Option<string[]> only = new("--only") { Description = "Only the provider of this name. May be given several times.", HelpName = "NAME" };
        Command command = new("auth-providers", "Writes a connector without actions for each provider configuration of a file, each into a folder of its own.")
        {
            file, shared.Output, only, shared.Owner, shared.Report, shared.Force,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            host, parsed.GetRequiredValue(file), parsed.GetValue(only) ?? [], parsed.GetRequiredValue(shared.Owner), shared.Of(parsed), cancellation)));
        return command;
    }

    private static int Run(CommandHost host, string file, string[] only, string owner, ImportSettings settings, CancellationToken cancellation)
    {
        ImportChecks.Identity(null, owner);
        ImportChecks.IsFile(file);
        AuthProvidersResult result;
        using (Progress.Start(host, $"Importing {Path.GetFileName(file)}"))
        {
            result = AuthProvidersImporter.Import(DocumentSource.FromFile(file), owner, cancellation);
        }

        ProviderImport[] chosen = [.. only.Length == 0 ? result.Providers : only.Distinct().Select(name => Find(result, name))];
        (string Folder, ImportedConnector Connector)[] connectors =
            [.. chosen.Select(p => p.Connector).OfType<ImportedConnector>().Select(c => (Path.Combine(settings.Folder, c.Id), c))];
        foreach ((string folder, _) in connectors)
        {
            new OwnedFolder(folder, settings.Force).Check(Path.GetFileName(file));
        }

        int code = new FolderImport(host, settings).Finish(file, connectors, [.. result.Findings, .. chosen.SelectMany(p => p.Findings)], cancellation);
        return connectors.Length == 0 ? code : Explain(host, chosen, code);
    }

    private static ProviderImport Find(AuthProvidersResult result, string name) =>
        result.Providers.FirstOrDefault(p => p.Name == name)
            ?? throw new CommandException($"The file has no provider '{name}'.{Nearest.Hint(name, result.Providers.Select(p => p.Name))}", ExitCode.Usage);

    // Each that could not be converted with its reason: the report of rules shows the first few only.
    private static int Explain(CommandHost host, ProviderImport[] chosen, int code)
    {
        ProviderImport[] missing = [.. chosen.Where(p => p.Connector is null)];
        foreach (ProviderImport provider in missing)
        {
            host.Out.WriteLine($"not converted {provider.Name}: {provider.Findings.FirstOrDefault(f => f.Kind == FindingKind.Error)?.Message}");
        }

        if (missing.Length > 0)
        {
            host.Error.WriteLine($"{Count.Of(missing.Length, "provider")} not converted.");
        }

        return missing.Length > 0 ? ExitCode.Failure : code;
    }
}
