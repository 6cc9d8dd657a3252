using System.Globalization;
using System.Text;

namespace Interactor.Compiler.Binding.Naming;

/// <summary>
/// Turns any wire name into a C# identifier: splits at everything that is no letter or digit, keeps the case inside
/// words and Unicode letters, and gives signs a word where nothing else is left.
/// </summary>
internal static class PascalCase
{
    /// <summary>Names are not longer than this; what is gets a tail that stands for the rest.</summary>
    public const int MaximumLength = 120;

    // Names made of signs only, as sort orders and comparison enums have them.
    private static readonly (string Sign, string Word)[] Signs =
    [
        (">=", "GreaterOrEqual"), ("<=", "LessOrEqual"), ("!=", "NotEqual"), ("==", "Equal"), (">", "Greater"), ("<", "Less"),
        ("=", "Equal"), ("+", "Plus"), ("-", "Minus"), ("*", "Any"), ("$", "Dollar"), ("@", "At"), ("#", "Hash"), ("%", "Percent"),
        ("&", "And"), ("|", "Or"), ("/", "Slash"), (".", "Dot"), (",", "Comma"), ("_", "Underscore"), (" ", "Space"), ("?", "Question"),
    ];

    // Signs between words that tell nothing apart from each other.
    private const string Separators = "_ ./,";

    public static string Of(string name)
    {
        string normal = name.Normalize(NormalizationForm.FormC);
        char[] result = new char[normal.Length];
        int length = 0;
        bool start = true;
        foreach (char c in normal)
        {
            if (!IsWordCharacter(c))
            {
                start = true;
                continue;
            }

            result[length++] = start ? char.ToUpperInvariant(c) : c;
            start = char.IsDigit(c);
        }

        if (length == 0)
        {
            return OfSigns(name);
        }

        string joined = new(result, 0, length);
        return Cap(char.IsDigit(joined[0]) || !IsIdentifierStart(joined[0]) ? "_" + joined : joined);
    }

    /// <summary>The name with its signs as words, for where names would be the same without: <c>MinusId</c>, <c>GMTPlus1</c>.</summary>
    /// <returns>Null when it has no signs that say something; a hyphen between letters does not.</returns>
    public static string? WithSigns(string name)
    {
        StringBuilder worded = new(name.Length);
        bool hasSign = false;
        for (int i = 0; i < name.Length; i++)
        {
            bool isHyphen = name[i] == '-' && i > 0 && i + 1 < name.Length && char.IsLetter(name[i - 1]) && char.IsLetter(name[i + 1]);
            string? word = isHyphen || Separators.IndexOf(name[i]) >= 0 ? null : Signs.FirstOrDefault(s => s.Sign.Length == 1 && s.Sign[0] == name[i]).Word;
            hasSign |= word is not null;
            worded.Append(word is null ? name[i].ToString() : $" {word} ");
        }

        return hasSign ? Of(worded.ToString()) : null;
    }

    /// <summary>The name, or where it is too long its start and a tail that depends on the whole, so that two of them stay apart.</summary>
    public static string Cap(string name)
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

    // What has neither a letter nor a word is named by its code point.
    private static string OfSigns(string name)
    {
        StringBuilder result = new();
        int position = 0;
        while (position < name.Length && result.Length < MaximumLength)
        {
            (string sign, string word) = Signs.FirstOrDefault(s => string.CompareOrdinal(name, position, s.Sign, 0, s.Sign.Length) == 0);
            bool isPair = char.IsSurrogatePair(name, position);
            result.Append(word ?? "U" + (isPair ? char.ConvertToUtf32(name, position) : name[position]).ToString("X4", CultureInfo.InvariantCulture));
            position += sign?.Length ?? (isPair ? 2 : 1);
        }

        return result.Length == 0 ? "Empty" : result.ToString();
    }

    // Only letters and decimal digits that C# accepts inside an identifier; surrogate pairs are dropped.
    private static bool IsWordCharacter(char c) => c < 128 ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') : CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber;

    private static bool IsIdentifierStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.DecimalDigitNumber;
}
