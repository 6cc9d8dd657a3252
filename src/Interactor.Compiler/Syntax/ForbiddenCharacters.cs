using System.Globalization;
using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Syntax;

/// <summary>Finds the first character that a definition file must not hold anywhere.</summary>
internal static class ForbiddenCharacters
{
    /// <summary>True, and reported, when there is one: nothing after it can be trusted.</summary>
    public static bool Report(SyntaxReport report, bool isJson)
    {
        string text = report.File.Text;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is (>= ' ' and < '\u007F') or '\n' or '\r' or '\t')
            {
                continue;
            }

            if (c == '\uFFFD')
            {
                report.Add(SyntaxDiagnostics.InvalidUtf8, i, 1);
                return true;
            }

            if (char.IsSurrogate(c))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                {
                    i++;
                    continue;
                }

                report.Add(SyntaxDiagnostics.LoneSurrogate, i, 1, NameOf(c));
                return true;
            }

            if (!isJson && IsForbiddenInYaml(c, i))
            {
                report.Add(SyntaxDiagnostics.ForbiddenCharacter, i, 1, NameOf(c), EscapeOf(c));
                return true;
            }
        }

        return false;
    }

    public static string NameOf(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    public static string EscapeOf(char c) => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    // U+0085, U+2028 and U+2029 ended a line in YAML 1.1 and do not in 1.2: refused, so that no two tools read a file differently.
    // A byte order mark inside comes from files that were joined.
    private static bool IsForbiddenInYaml(char c, int index) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' || (c == '\uFEFF' && index > 0);
}
