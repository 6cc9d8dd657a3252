using Interactor.Import;
using Interactor.Import.OpenApi;

namespace Interactor.Cli.Importing;

/// <summary>What can be said of a command line before anything is read.</summary>
internal static class ImportChecks
{
    public static void Identity(string? id, string owner)
    {
        foreach (string text in (string[])[id ?? owner, owner])
        {
            if (!OpenApiImportOptions.IsId(text))
            {
                throw new CommandException($"'{text}' is no id: lower-case letters and digits, with single '.' or '-' between them.", ExitCode.Usage);
            }
        }
    }

    /// <summary>What only the importer can tell of an option.</summary>
    public static void Options(ImportResult result)
    {
        if (result.Findings.FirstOrDefault(f => f.IsOfOption) is { } wrong)
        {
            throw new CommandException(wrong.Message + ".", ExitCode.Usage);
        }
    }

    public static void IsFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException(
                Directory.Exists(path) ? $"'{path}' is a folder. Name the document in it." : $"There is no file '{path}'.", ExitCode.Usage);
        }
    }

    public static void IsFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new CommandException(
                File.Exists(path) ? $"'{path}' is a file. Name the folder that holds it." : $"There is no folder '{path}'.", ExitCode.Usage);
        }
    }
}
