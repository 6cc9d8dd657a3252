using System.Globalization;

namespace Interactor.Runtime.Execution;

/// <summary>What is left of a text for the eye: nothing else tells whether a reader finds a secret in it.</summary>
internal static class VisibleText
{
    public static string Of(string text) => string.Concat(text.Where(Has));

    /// <summary>False for what is seen as a gap or not at all: white space, control characters and those that only format what is around them.</summary>
    public static bool Has(char character) => LeavesPlace(character) && !char.IsWhiteSpace(character) && !char.IsControl(character);

    /// <summary>False for the characters that only format what is around them: what they split is seen as one.</summary>
    public static bool LeavesPlace(char character) => char.GetUnicodeCategory(character) != UnicodeCategory.Format;
}
