using System.Text.RegularExpressions;

namespace Interactor.Cli.Importing;

/// <summary>What can be said of a command line before anything is read.</summary>
internal static class ImportChecks
{
    private static readonly Regex IdForm = new("^[a-z][a-z0-9]*([.-][a-z0-9]+)*$", RegexOptions.CultureInvariant);

    public static void Identity(string? id, string owner)
    {
        foreach (string text in (string[])[id ?? owner, owner])
        {
            if (!IdForm.IsMatch(text))
            {
                throw new CommandException($"'{text}' is no id: lower-case letters and digits, with single '.' or '-' between them.", ExitCode.Usage);
            }
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
}
