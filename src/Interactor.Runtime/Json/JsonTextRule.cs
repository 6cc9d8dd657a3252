using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Interactor.Runtime.Json.Validation.Formats;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json;

/// <summary>A pattern and a format that text must have, for the cheap tests of generated code; see <see cref="JsonCheck"/>.</summary>
public sealed class JsonTextRule
{
    private const int OnStack = 512;

    private const int ShortOnStack = 64;

    // Made when first asked: many records have rules, and few are read.
    private readonly Lazy<TextPattern>? _pattern;

    private readonly FormatCheck? _format;

    /// <summary>A rule.</summary>
    /// <param name="pattern">A regular expression in its ECMA-262 meaning; null for none.</param>
    /// <param name="format">The name of a format; null for none, and one that is not known accepts everything.</param>
    public JsonTextRule(string? pattern, string? format = null)
    {
        _pattern = pattern is null ? null : new(() => new TextPattern(pattern));
        _format = format is not null && FormatTable.Find(format) is { } row && (row.AppliesTo & JsonKinds.String) != 0 ? row.Check : null;
    }

    /// <summary>Whether text certainly has the pattern and the format.</summary>
    /// <param name="value">The text.</param>
    /// <returns>False also where only validation can tell: for null, for lone surrogates, and when a pattern takes too long.</returns>
    public bool Accepts(string? value)
    {
        if (value is null)
        {
            return false;
        }

        return value.Length <= ShortOnStack ? AcceptsShort(value) : AcceptsAny(value);
    }

    // Nearly all texts with rules are short and ASCII, for which clearing a small buffer and narrowing is all the work.
    private bool AcceptsShort(string value)
    {
        Span<byte> buffer = stackalloc byte[ShortOnStack];
        return Ascii.FromUtf16(value, buffer, out int length) == OperationStatus.Done ? Accepts(buffer[..length]) : AcceptsAny(value);
    }

    private bool AcceptsAny(string value)
    {
        byte[]? rented = null;
        Span<byte> buffer = value.Length * 3 <= OnStack ? stackalloc byte[OnStack] : (rented = ArrayPool<byte>.Shared.Rent(value.Length * 3));
        bool isText = Utf8.FromUtf16(value, buffer, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done;
        bool isAccepted = isText && Accepts(buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return isAccepted;
    }

    private bool Accepts(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return (_pattern is null || _pattern.Value.IsMatch(utf8)) && (_format is null || _format(utf8));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
