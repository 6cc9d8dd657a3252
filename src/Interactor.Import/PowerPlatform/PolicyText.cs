using System.Text.RegularExpressions;

namespace Interactor.Import.PowerPlatform;

/// <summary>Cuts the texts of policies into text and calls.</summary>
internal static partial class PolicyText
{
    private static readonly string[] Functions = ["connectionparameters", "queryparameters", "headers"];

    /// <summary>Null where something is called that a definition cannot say.</summary>
    public static IReadOnlyList<PolicyPart>? Read(string text)
    {
        List<PolicyPart> parts = [];
        int position = 0;
        foreach (Match match in Call().Matches(text))
        {
            Add(parts, text[position..match.Index]);
            string function = match.Groups["name"].Value.ToLowerInvariant();
            if (!Functions.Contains(function) || !match.Groups["argument"].Success)
            {
                return null;
            }

            Group otherwise = match.Groups["otherwise"];
            parts.Add(new PolicyPart(function, IsCall: true, match.Groups["argument"].Value, otherwise.Success ? otherwise.Value : null));
            position = match.Index + match.Length;
        }

        Add(parts, text[position..]);

        // What is left of a call that was not understood.
        return parts.Exists(p => !p.IsCall && (p.Text.Contains("@{") || p.Text.Contains("()"))) ? null : parts;
    }

    private static void Add(List<PolicyPart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new PolicyPart(text, IsCall: false));
        }
    }

    [GeneratedRegex(
        @"@(?<open>\{)?\s*(?<name>[A-Za-z][A-Za-z.]*)\s*\(\s*(?:'(?<argument>[^']*)'\s*(?:,\s*'(?<otherwise>[^']*)'\s*)?)?[^()]*\)(?(open)\s*\})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
