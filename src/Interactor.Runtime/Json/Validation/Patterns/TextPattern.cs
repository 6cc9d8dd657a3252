using Interactor.Runtime.Json.Validation.Patterns.Matching;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>
/// A regular expression of a schema, in its ECMA-262 meaning. Nearly all run on the bytes in time linear in the text; the few that need
/// backtracking (look-around amid the pattern, back references) get a fixed time.
/// </summary>
internal sealed class TextPattern
{
    private readonly PatternMatcher? _matcher;

    /// <param name="ecmaPattern">Without delimiters or flags; the <c>u</c> flag is meant.</param>
    public TextPattern(string ecmaPattern)
    {
        ParsedPattern parsed = PatternParser.Parse(ecmaPattern, UnicodeProperty.Find);
        Error = parsed.Error;
        _matcher = parsed.Root is { } root ? PatternMatcher.Of(root) : null;
    }

    /// <summary>Why the text is no pattern; it then matches everything.</summary>
    public PatternError? Error { get; }

    /// <summary>Whether the pattern matches anywhere in a text. Allocates nothing once the pattern is warm.</summary>
    /// <param name="utf8">The unescaped UTF-8 of the text, with lone surrogates in their three-byte form.</param>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">
    /// Backtracking took too long for this text: neither a match nor none, so the whole document must be refused.
    /// </exception>
    public bool IsMatch(ReadOnlySpan<byte> utf8) => _matcher is null || _matcher.IsMatch(utf8);
}
