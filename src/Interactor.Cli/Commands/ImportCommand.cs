using System.CommandLine;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor import</c>: makes connectors of documents that describe an API. A kind of document is a command of its own.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandHost host) => new("import", "Makes a connector of a document that describes an API.")
    {
        ImportOpenApiCommand.Create(host),
    };
}
