using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Matching;

/// <summary>A regular expression, ready to be asked about the UTF-8 of texts.</summary>
internal abstract class PatternMatcher
{
    /// <summary>The fastest way to match a pattern.</summary>
    public static PatternMatcher Of(PatternNode root) =>
        OnBytes(root) ?? ConditionMatcher.TryCreate(root) ?? (PatternMatcher)RegexMatcher.Create(root);

    /// <summary>A way that needs nothing but the bytes.</summary>
    /// <returns>Null when there is none.</returns>
    public static PatternMatcher? OnBytes(PatternNode root) =>
        LiteralMatcher.TryCreate(root) ?? RunMatcher.TryCreate(root) ?? TableMatcher.TryCreate(root) ?? (PatternMatcher?)GrowingMatcher.TryCreate(root);

    /// <param name="utf8">Unescaped UTF-8, with lone surrogates in their three-byte form.</param>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">The pattern needs backtracking, and too much of it for this text.</exception>
    public abstract bool IsMatch(ReadOnlySpan<byte> utf8);
}
