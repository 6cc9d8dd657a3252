using System.Buffers;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Matching;

/// <summary>
/// A pattern left to .NET: without backtracking where it can do that, otherwise with a limit of time. A lone surrogate is to it the
/// replacement character.
/// </summary>
internal sealed class RegexMatcher : PatternMatcher
{
    private const int SmallText = 256;

    private readonly Regex _regex;

    private readonly bool _isLinear;

    private RegexMatcher(Regex regex)
    {
        _regex = regex;
        _isLinear = regex.Options.HasFlag(RegexOptions.NonBacktracking);
    }

    public static RegexMatcher Create(PatternNode root)
    {
        string pattern = RegexText.Of(root);
        try
        {
            return new(new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
        }
        catch (NotSupportedException)
        {
            return new(new(pattern, RegexOptions.CultureInvariant, PatternTime.Limit));
        }
    }

    public override bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        // No more characters than bytes.
        char[]? rented = null;
        Span<char> chars = utf8.Length <= SmallText ? stackalloc char[SmallText] : (rented = ArrayPool<char>.Shared.Rent(utf8.Length));
        try
        {
            ReadOnlySpan<char> text = chars[..Decode(utf8, chars)];
            return _isLinear ? _regex.IsMatch(text) : PatternTime.IsMatch(_regex, text);
        }
        finally
        {
            if (rented is not null)
            {
                // What was in it may have been a secret.
                ArrayPool<char>.Shared.Return(rented, clearArray: true);
            }
        }
    }

    private static int Decode(ReadOnlySpan<byte> utf8, Span<char> chars)
    {
        int written = 0;
        while (true)
        {
            OperationStatus status = Utf8.ToUtf16(utf8, chars[written..], out int read, out int count, replaceInvalidSequences: false);
            written += count;
            if (status == OperationStatus.Done)
            {
                return written;
            }

            chars[written++] = '\uFFFD';
            utf8 = utf8[Math.Min(utf8.Length, read + 3)..];
        }
    }
}
