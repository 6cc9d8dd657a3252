using System.CommandLine;
using System.CommandLine.Parsing;
using Interactor.Compiler.Binding;
using Interactor.Testing.Loading;

namespace Interactor.Cli.Commands;

/// <summary>The paths of connectors on a command line.</summary>
internal static class PathArguments
{
    private const string Description = "A connector's folder, its connector.yaml, or a folder that holds connectors.";

    public static Argument<string> One() => new("path") { Description = Description, Validators = { RefuseOptions } };

    public static Argument<string[]> Several() => new("path") { Description = Description, Arity = ArgumentArity.OneOrMore, Validators = { RefuseOptions } };

    /// <summary>Refuses what is meant as an option that the command does not have, which would otherwise count as a path. A folder of such a name is given as <c>./--name</c>.</summary>
    public static void RefuseOptions(ArgumentResult argument)
    {
        foreach (Token token in argument.Tokens.Where(static token => token.Value.StartsWith("--", StringComparison.Ordinal)))
        {
            argument.AddError($"There is no option '{token.Value}'.");
        }
    }

    /// <summary>The connectors that paths lead to, each once. Whoever names a folder here vouches for its scripts, as for a project that is built.</summary>
    public static IReadOnlyList<ConnectorSources> Read(IEnumerable<string> paths, string? codeNamespace = null) =>
    [
        .. paths.SelectMany(path => DefinitionFolder.Read(Given(path), codeNamespace, allowCSharpScripts: true)).DistinctBy(sources => Path.GetFullPath(sources.Folder.Length == 0 ? "." : sources.Folder)),
    ];

    /// <summary>The one connector that a path leads to.</summary>
    public static ConnectorSources ReadOne(string path)
    {
        IReadOnlyList<ConnectorSources> found = Read([path]);
        return found.Count == 1
            ? found[0]
            : throw new CommandException($"'{path}' holds {found.Count} connectors. Name one of them: {string.Join(", ", found.Select(s => s.Folder))}.", ExitCode.Usage);
    }

    private static string Given(string path) => path.Length > 0 ? path : throw new CommandException("A path is empty.", ExitCode.Usage);
}
