using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation;

/// <summary>What one validation of one document carries along: the bytes, buffers, a budget, and the findings when somebody wants them.</summary>
internal ref struct Evaluation
{
    // Trying the branches of nested unions one after the other can take exponential time in the depth of a hostile document.
    // Honest documents apply a handful of schemas to a value; past this many the document is refused.
    private const long FreeSchemas = 1_000_000;

    private const long SchemasPerByte = 32;

    private long _budget;

    private byte[]? _bytes;

    public Evaluation(ReadOnlySpan<byte> document, ErrorCollector? errors)
    {
        Document = document;
        Errors = errors;
        _budget = FreeSchemas + (SchemasPerByte * document.Length);
    }

    /// <summary>The whole document; offsets of the reader count from its start.</summary>
    public ReadOnlySpan<byte> Document { get; }

    /// <summary>Where findings go; null when the answer alone is wanted, which is then given at the first mismatch.</summary>
    public ErrorCollector? Errors { get; private set; }

    /// <summary>The document was too expensive to check; every answer since is meaningless and the document is refused.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>How many references lead from the value at hand to itself without reading on.</summary>
    public int References { get; set; }

    /// <summary>Nothing more is to be learnt after a mismatch.</summary>
    public readonly bool MustStop => Errors is null || IsExhausted;

    /// <summary>Pays for applying one schema to one value.</summary>
    public bool TrySpend()
    {
        if (--_budget < 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            IsExhausted = true;
        }

        return !IsExhausted;
    }

    public void Exhaust() => IsExhausted = true;

    /// <summary>Asks a schema for the answer alone.</summary>
    public bool Test(SchemaNode schema, ref Utf8JsonReader reader)
    {
        ErrorCollector? errors = Errors;
        Errors = null;
        bool isValid = schema.Evaluate(ref reader, ref this);
        Errors = errors;
        return isValid;
    }

    /// <summary>The unescaped bytes of the string or name that the reader stands on; good until the next call.</summary>
    public ReadOnlySpan<byte> Bytes(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return raw;
        }

        Grow(ref _bytes, raw.Length);
        return _bytes.AsSpan(0, StringToken.Unescape(raw, _bytes));
    }

    /// <summary>Asks a pattern about the string or name that the reader stands on.</summary>
    public bool IsMatch(TextPattern pattern, ref Utf8JsonReader reader)
    {
        try
        {
            return pattern.IsMatch(Bytes(ref reader));
        }
        catch (RegexMatchTimeoutException)
        {
            Exhaust();
            return false;
        }
    }

    public void ReturnBuffers()
    {
        Return(ref _bytes);
    }

    private static void Grow<T>([System.Diagnostics.CodeAnalysis.NotNull] ref T[]? buffer, int length)
    {
        if (buffer is null || buffer.Length < length)
        {
            Return(ref buffer);
            buffer = ArrayPool<T>.Shared.Rent(Math.Max(256, length));
        }
    }

    private static void Return<T>(ref T[]? buffer)
    {
        if (buffer is not null)
        {
            // What was in it may have been a secret.
            ArrayPool<T>.Shared.Return(buffer, clearArray: true);
            buffer = null;
        }
    }
}
