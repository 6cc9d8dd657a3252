using System.Text.Json;
using System.Text.RegularExpressions;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>
/// A regular expression of a schema. It runs without backtracking, in time linear in the text; the few that need backtracking
/// (look-around, back references) get a fixed time, and a text that exceeds it is refused.
/// </summary>
internal sealed class TextPattern
{
    private static readonly TimeSpan BacktrackingTime = TimeSpan.FromMilliseconds(250);

    private readonly Regex? _regex;

    public TextPattern(string ecmaPattern) => _regex = EcmaPattern.Translate(ecmaPattern) is { } pattern ? Create(pattern) : null;

    /// <summary>False for a pattern that is not one, or that .NET cannot express; it matches everything.</summary>
    public bool IsSupported => _regex is not null;

    /// <param name="reader">On a string or a name; stays there.</param>
    /// <param name="evaluation">Buffers and budget of this validation.</param>
    public bool IsMatch(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        try
        {
            return _regex is null || _regex.IsMatch(evaluation.Chars(ref reader));
        }
        catch (RegexMatchTimeoutException)
        {
            evaluation.Exhaust();
            return false;
        }
    }

    /// <param name="utf8">The text without escapes.</param>
    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        char[] chars = System.Buffers.ArrayPool<char>.Shared.Rent(utf8.Length);
        int length = Interactor.Runtime.Json.Tokens.StringToken.ToChars(utf8, false, chars);
        bool isMatch = _regex is null || _regex.IsMatch(chars.AsSpan(0, Math.Max(0, length)));
        System.Buffers.ArrayPool<char>.Shared.Return(chars);
        return isMatch;
    }

    private static Regex? Create(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new(pattern, RegexOptions.CultureInvariant, BacktrackingTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
