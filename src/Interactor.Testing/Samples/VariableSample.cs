using System.Text.RegularExpressions;
using Interactor.Compiler.Model;

namespace Interactor.Testing.Samples;

/// <summary>A value for a variable that nobody gave one: always the same, and one that the variable allows.</summary>
internal static class VariableSample
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    public static string Of(VariableModel variable)
    {
        if (variable.Default is { } value)
        {
            return value;
        }

        if (variable.Allowed.Count > 0)
        {
            return variable.Allowed[0];
        }

        return variable.Kind switch
        {
            VariableKind.Integer or VariableKind.Number => "1",
            VariableKind.Boolean => "true",
            _ => TextOf("sandbox-" + variable.Name, variable.Pattern),
        };
    }

    // Names of hosts allow no underscore, so a second form is tried before one is made up.
    private static string TextOf(string plain, string? pattern)
    {
        if (pattern is null)
        {
            return plain;
        }

        string[] forms = [plain, plain.Replace('_', '-'), plain.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), "sandbox", "1"];
        return Array.Find(forms, form => IsMatch(form, pattern))
            ?? (PatternSample.Of(pattern) is { } made && IsMatch(made, pattern) ? made : plain);
    }

    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTime);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            return false;
        }
    }
}
