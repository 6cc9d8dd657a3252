using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>
/// The time that all backtracking for one document may take, however many texts and patterns it has. The first to begin is the one that
/// the document is counted by; what it calls shares its time.
/// </summary>
internal readonly struct PatternTime : IDisposable
{
    /// <summary>The time.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    [ThreadStatic]
    private static int _depth;

    [ThreadStatic]
    private static TimeSpan _left;

    /// <summary>Begins with a document, or goes on with the one that has begun.</summary>
    public static PatternTime Begin()
    {
        if (_depth++ == 0)
        {
            _left = Limit;
        }

        return default;
    }

    /// <summary>Gives a document that has not used up its time the whole of it once more, for the second look at it.</summary>
    public static void Renew() => _left = _left > TimeSpan.Zero ? Limit : _left;

    /// <summary>Whether a text matches.</summary>
    /// <param name="regex">An expression that backtracks, with <see cref="Limit"/>.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="RegexMatchTimeoutException">The time of the document is over.</exception>
    public static bool IsMatch(Regex regex, ReadOnlySpan<char> text)
    {
        if (_depth == 0)
        {
            return regex.IsMatch(text);
        }

        if (_left <= TimeSpan.Zero)
        {
            throw new RegexMatchTimeoutException();
        }

        long start = Stopwatch.GetTimestamp();
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            _left = TimeSpan.Zero;
            throw;
        }
        finally
        {
            _left -= Stopwatch.GetElapsedTime(start);
        }
    }

    public void Dispose() => _depth--;
}
