using System.Text.RegularExpressions;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>The forms of ids, names and versions (language, chapter 1).</summary>
internal static class Identifier
{
    private static readonly Regex IdForm = new(@"^[a-z][a-z0-9]*([.-][a-z0-9]+)*\z", RegexOptions.CultureInvariant);
    private static readonly Regex VersionForm = new(@"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant);
    private static readonly Regex WordForm = new(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    private const int MaximumLength = 128;

    public static bool IsId(string text) => text.Length <= MaximumLength && IdForm.IsMatch(text);

    public static bool IsVersion(string text) => VersionForm.IsMatch(text);

    /// <summary>A name that expressions can write without quotes.</summary>
    public static bool IsWord(string text) => text.Length <= MaximumLength && WordForm.IsMatch(text);
}
