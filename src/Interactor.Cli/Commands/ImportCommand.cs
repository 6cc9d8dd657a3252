using System.CommandLine;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor import</c>: makes connectors of documents that describe an API. A kind of document is a command of its own.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandHost host) => new("import", "Makes connectors of documents that describe an API.")
    {
        ImportOpenApiCommand.Create(host),
        ImportPowerPlatformCommand.Create(host),
        ImportAuthProvidersCommand.Create(host),
    };
}
