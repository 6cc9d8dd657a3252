using System.Globalization;
using System.Text;

namespace Interactor.Compiler.Binding.Naming;

/// <summary>
/// Turns any wire name into a C# identifier: splits at everything that is no letter or digit, keeps the case inside
/// words and Unicode letters, and gives signs a word where nothing else is left.
/// </summary>
internal static class PascalCase
{
    private const int MaximumLength = 100;

    // Names made of signs only, as sort orders and comparison enums have them.
    private static readonly (string Sign, string Word)[] Signs =
    [
        (">=", "GreaterOrEqual"), ("<=", "LessOrEqual"), ("!=", "NotEqual"), ("==", "Equal"), (">", "Greater"), ("<", "Less"),
        ("=", "Equal"), ("+", "Plus"), ("-", "Minus"), ("*", "Any"), ("$", "Dollar"), ("@", "At"), ("#", "Hash"), ("%", "Percent"),
        ("&", "And"), ("|", "Or"), ("/", "Slash"), (".", "Dot"), (",", "Comma"), ("_", "Underscore"), (" ", "Space"), ("?", "Question"),
    ];

    public static string Of(string name)
    {
        StringBuilder result = new(name.Length);
        bool start = true;
        foreach (char c in name.Normalize(NormalizationForm.FormC))
        {
            if (!IsWordCharacter(c))
            {
                start = true;
                continue;
            }

            result.Append(start ? char.ToUpperInvariant(c) : c);
            start = char.IsDigit(c);
        }

        if (result.Length == 0)
        {
            return OfSigns(name);
        }

        if (char.IsDigit(result[0]) || !IsIdentifierStart(result[0]))
        {
            result.Insert(0, '_');
        }

        return Shorten(result.ToString());
    }

    private static string OfSigns(string name)
    {
        StringBuilder result = new();
        int position = 0;
        while (position < name.Length && result.Length < MaximumLength)
        {
            (string sign, string word) = Signs.FirstOrDefault(s => string.CompareOrdinal(name, position, s.Sign, 0, s.Sign.Length) == 0);
            result.Append(word);
            position += sign?.Length ?? 1;
        }

        return result.Length == 0 ? "Empty" : result.ToString();
    }

    // Only letters and decimal digits that C# accepts inside an identifier; surrogate pairs are dropped.
    private static bool IsWordCharacter(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber;

    private static bool IsIdentifierStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.DecimalDigitNumber;

    // Long names keep a readable start and a tail that depends on the whole, so that two of them stay apart.
    private static string Shorten(string name)
    {
        if (name.Length <= MaximumLength)
        {
            return name;
        }

        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return name.Substring(0, MaximumLength - 9) + "_" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
