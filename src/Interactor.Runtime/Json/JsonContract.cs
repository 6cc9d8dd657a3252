using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Interactor.Runtime.Json.Validation;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json;

/// <summary>How values of a type are read from JSON, written as JSON, and validated before either.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class JsonContract<T>
{
    // The text goes over the wire as application/json, never into HTML, so only what JSON wants escaped is escaped.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonTryRead<T> _read;

    private readonly JsonWrite<T> _write;

    private readonly Func<T, bool>? _isSurelyValid;

    private readonly Func<T, bool>? _isSurelyValidAsRead;

    /// <summary>A contract from its three parts.</summary>
    /// <param name="read">Reads one value; answers false for another structure.</param>
    /// <param name="write">Writes one value.</param>
    /// <param name="schema">What the JSON must match.</param>
    /// <param name="isSurelyValid">
    /// A cheap test of a value in C#: true only when its JSON certainly matches the schema; false leaves it to validation.
    /// </param>
    /// <param name="isProvenByReading">
    /// The test holds only of a value that was read, because reading validates what the test cannot tell; without a test it validates all.
    /// </param>
    /// <param name="needsValidation">False when reading alone already proves everything that the schema asks.</param>
    public JsonContract(
        JsonTryRead<T> read,
        JsonWrite<T> write,
        JsonSchema schema,
        Func<T, bool>? isSurelyValid = null,
        bool isProvenByReading = false,
        bool needsValidation = true)
        : this(read, write, schema, isProvenByReading ? null : isSurelyValid, isSurelyValid ?? (isProvenByReading ? static _ => true : null))
    {
        NeedsValidation = needsValidation;
    }

    internal JsonContract(JsonTryRead<T> read, JsonWrite<T> write, JsonSchema schema, Func<T, bool>? isSurelyValid, Func<T, bool>? isSurelyValidAsRead)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(schema);
        _read = read;
        _write = write;
        Schema = schema;
        NeedsValidation = true;
        _isSurelyValid = isSurelyValid;
        _isSurelyValidAsRead = isSurelyValidAsRead;
    }

    /// <summary>Reads one value; answers false for another structure.</summary>
    internal JsonTryRead<T> Reader => _read;

    /// <summary>Writes one value.</summary>
    internal JsonWrite<T> Writer => _write;

    /// <summary>What the JSON must match.</summary>
    public JsonSchema Schema { get; }

    /// <summary>A value that can be read may still break the schema (a length, a pattern), so <see cref="IsValid"/> must be asked too.</summary>
    public bool NeedsValidation { get; }

    /// <summary>Whether the JSON of <paramref name="value"/> certainly matches the schema; false says only that it must be validated.</summary>
    internal bool IsSurelyValid(T value)
    {
        using PatternTime time = PatternTime.Begin();
        return PassesTest(value);
    }

    /// <summary>The same of a part of a value.</summary>
    /// <param name="value">The part; null is never valid.</param>
    internal bool PassesTest(T? value) => value is not null && (_isSurelyValid?.Invoke(value) ?? !NeedsValidation);

    /// <summary>The same of several parts.</summary>
    /// <param name="values">The parts.</param>
    internal bool PassTest(IReadOnlyList<T> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (!PassesTest(values[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc cref="PassTest(IReadOnlyList{T})"/>
    internal bool PassTest(IEnumerable<T> values) => values.All(PassesTest);

    /// <summary>Reads a value. Only the structure is checked: what the type can hold. Ask <see cref="Validate"/> for the rest.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <exception cref="JsonContractException">The document is not JSON or has another structure; every error is listed.</exception>
    public T Parse(ReadOnlySpan<byte> utf8) =>
        TryParse(utf8, out T? value, out IReadOnlyList<ErrorDetail> errors) ? value : throw new JsonContractException(errors);

    /// <summary>Reads a value. Only the structure is checked: what the type can hold. Ask <see cref="Validate"/> for the rest.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <param name="value">The value, when the answer is true.</param>
    /// <param name="errors">Every error, when the answer is false; otherwise empty.</param>
    /// <returns>False when the document is not JSON or has another structure.</returns>
    public bool TryParse(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out T value, out IReadOnlyList<ErrorDetail> errors)
    {
        using PatternTime time = PatternTime.Begin();
        utf8 = JsonPlace.WithoutMark(utf8);
        bool isRead = TryRead(utf8, isProving: false, out value, out int place, out _);
        errors = isRead ? [] : Explain(utf8, place);
        return isRead;
    }

    /// <summary>Reads a value that matches the schema.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <exception cref="JsonContractException">The document is not JSON or does not match; every error is listed.</exception>
    public T ParseValid(ReadOnlySpan<byte> utf8) =>
        TryParseValid(utf8, out T? value, out IReadOnlyList<ErrorDetail> errors) ? value : throw new JsonContractException(errors);

    /// <summary>
    /// Reads a value that matches the schema: in one pass where what was read proves that the JSON matches, else in a second one over the bytes.
    /// </summary>
    /// <param name="utf8">The whole document.</param>
    /// <param name="value">The value, when the answer is true.</param>
    /// <param name="errors">Every error, when the answer is false; otherwise empty.</param>
    /// <returns>False when the document is not JSON or does not match the schema, or when the type cannot hold what it says.</returns>
    public bool TryParseValid(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out T value, out IReadOnlyList<ErrorDetail> errors)
    {
        using PatternTime time = PatternTime.Begin();
        utf8 = JsonPlace.WithoutMark(utf8);
        if (!TryRead(utf8, isProving: NeedsValidation, out value, out int place, out bool isLossy))
        {
            errors = Explain(utf8, place);
            return false;
        }

        errors = isLossy || (NeedsValidation && _isSurelyValidAsRead?.Invoke(value) != true) ? Schema.Validate(utf8) : [];
        return errors.Count == 0;
    }

    /// <summary>Writes a value as a whole document.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Compact UTF-8 without a byte order mark.</returns>
    /// <exception cref="JsonContractException">
    /// The value holds null where the schema has none, or something that JSON cannot say, such as an infinite number.
    /// </exception>
    public byte[] Serialize(T value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            Write(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a value where a value may stand.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonContractException">As <see cref="Serialize"/>; the writer then stands amid the value.</exception>
    public void Write(Utf8JsonWriter writer, T value)
    {
        try
        {
            _write(writer, value);
        }
        catch (JsonContractException e) when (e.Errors is [{ Pointer.Length: 0 }])
        {
            throw new JsonContractException([e.Errors[0] with { Pointer = PlaceOfFailure(value) }]);
        }
    }

    /// <summary>Every mismatch of a document and the schema; see <see cref="JsonSchema.Validate"/>.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <returns>Empty when the document matches.</returns>
    public IReadOnlyList<ErrorDetail> Validate(ReadOnlySpan<byte> utf8) => Schema.Validate(utf8);

    /// <summary>Whether a document matches the schema; see <see cref="JsonSchema.IsValid"/>.</summary>
    /// <param name="utf8">The whole document.</param>
    public bool IsValid(ReadOnlySpan<byte> utf8) => Schema.IsValid(utf8);

    private bool TryRead(ReadOnlySpan<byte> utf8, bool isProving, [MaybeNullWhen(false)] out T value, out int place, out bool isLossy)
    {
        value = default;
        place = 0;
        isLossy = true;
        if (!Utf8.IsValid(utf8))
        {
            return false;
        }

        JsonScanner scanner = new(utf8, JsonSchema.MaxDepth);
        if (isProving)
        {
            scanner.BeginProving();
        }

        try
        {
            bool isRead = _read(ref scanner, out value);
            place = scanner.IsMalformed ? scanner.ErrorPosition : scanner.Position;
            isLossy = scanner.IsLossy;
            return isRead && scanner.TryEnd();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A reader may be a user's.
            place = scanner.Position;
            return false;
        }
    }

    // Writers know no places. What is written before the one that fails says where it stands.
    private string PlaceOfFailure(T value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true });
        try
        {
            _write(writer, value);
        }
        catch (JsonContractException)
        {
            writer.WriteNullValue();
            writer.Flush();
            return JsonPlace.PointerAt(buffer.WrittenSpan, buffer.WrittenCount - "null".Length);
        }

        return string.Empty;
    }

    private IReadOnlyList<ErrorDetail> Explain(ReadOnlySpan<byte> utf8, int place) =>
        Schema.Validate(utf8) is { Count: > 0 } errors
            ? errors

            // The schema allows what the type cannot hold, such as an integer of 30 digits.
            : [new ErrorDetail(JsonPlace.PointerAt(utf8, place), "does not fit the type that stands for it")];
}
