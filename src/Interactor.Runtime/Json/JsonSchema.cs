using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Interactor.Runtime.Json.Validation;
using Interactor.Runtime.Json.Validation.Bundling;
using Interactor.Runtime.Json.Validation.Explaining;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Patterns;
using Interactor.Runtime.Json.Validation.Plans;

namespace Interactor.Runtime.Json;

/// <summary>
/// A JSON Schema (2020-12) that validates the UTF-8 bytes on the wire in one pass, without a document. The text is parsed once, when it is
/// first needed, by whichever thread comes first. <c>format</c> is asserted, as OpenAPI means it (validation vocabulary, section 7.2.3).
/// </summary>
/// <remarks>
/// Where the standards leave a choice: every occurrence of a duplicate member name is validated and counted (RFC 8259, section 4); a lone
/// surrogate escape counts as one character; a byte order mark is skipped; a document nested deeper than 1,000 levels is invalid; a pattern
/// that is none accepts everything, and those that need backtracking refuse a document on which all of them together take longer than 250 ms. Annotations and unknown keywords are ignored.
/// </remarks>
public sealed class JsonSchema
{
    /// <summary>How many levels of arrays and objects a document may have.</summary>
    internal const int MaxDepth = JsonScanner.DefaultMaxDepth;

    private readonly string _pointer;

    private readonly ModelDocument _models;

    private SchemaModel? _model;

    /// <summary>A schema from its text.</summary>
    /// <param name="text">UTF-8 JSON. Its <c>$ref</c>s name another datatype (<c>#/datatypes/Name</c>) or are JSON Pointers inside the text itself.</param>
    /// <param name="references">The schema that a <c>$ref</c> names; null for a pointer inside the text itself.</param>
    public JsonSchema(Utf8Text text, Func<string, JsonSchema?>? references = null)
        : this(new ModelDocument(text, references ?? (static _ => null)), string.Empty)
    {
    }

    /// <summary>A schema from its text, with the datatypes that it refers to.</summary>
    /// <param name="text">Compact UTF-8 JSON. Its <c>$ref</c>s name another datatype (<c>#/datatypes/Name</c>) or are JSON Pointers inside the text itself.</param>
    /// <param name="references">The datatypes that it names, in the order in which the text first names them; asked for when a reference is followed, when none is null.</param>
    public JsonSchema(Utf8Text text, Func<JsonSchema?[]> references)
        : this(new ModelDocument(text, new ReferenceTable(text, references).Find), string.Empty)
    {
    }

    internal JsonSchema(ModelDocument models, string pointer)
    {
        _models = models;
        _pointer = pointer;
    }

    /// <summary>The schema's UTF-8 JSON text.</summary>
    /// <exception cref="InvalidOperationException">The schema comes from <see cref="At"/> and nothing is there.</exception>
    public ReadOnlySpan<byte> Text => _models.TextAt(_pointer);

    /// <summary>The text that it is in, and where it stands there.</summary>
    internal (ModelDocument Document, string Pointer) Place => (_models, _pointer);

    /// <summary>Parsed when first asked for.</summary>
    /// <exception cref="InvalidOperationException">The text is not a schema, or a reference in it names nothing: an error of whoever wrote the text.</exception>
    internal SchemaModel Model => _model ??= _models.At(_pointer);

    /// <summary>The schema that stands at a place inside this one, with the same references.</summary>
    /// <param name="jsonPointer">A JSON Pointer (RFC 6901) such as <c>/properties/to</c>; looked up when the schema is first used.</param>
    public JsonSchema At(string jsonPointer) => new(_models, _pointer + jsonPointer);

    /// <summary>
    /// The schema as one document of 2020-12 that refers to nothing outside: the datatypes that it names stand under <c>$defs</c>, and every <c>$ref</c> in it names
    /// one of those (JSON Schema core, section 8.2.4). A schema that only refers to another is that one.
    /// </summary>
    /// <param name="maxBytes">
    /// About how many bytes of UTF-8 it may have. Datatypes that do not fit are left out, those first that are furthest from the schema itself, and where they were named anything goes.
    /// </param>
    /// <returns>UTF-8 JSON.</returns>
    /// <exception cref="InvalidOperationException">A reference names nothing: an error of whoever wrote the text.</exception>
    public byte[] Bundle(int maxBytes = int.MaxValue) => new SchemaBundle(maxBytes).Of(this);

    /// <summary>Whether the bytes are one JSON document that matches. Allocates nothing when they are; stops at the first mismatch.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <exception cref="InvalidOperationException">The schema itself is wrong; see <see cref="Validate"/>.</exception>
    public bool IsValid(ReadOnlySpan<byte> utf8)
    {
        SchemaModel model = Model;
        utf8 = JsonPlace.WithoutMark(utf8);
        JsonScanner scanner = new(utf8);
        return Utf8.IsValid(utf8) && Accepts(model, ref scanner) && scanner.TryEnd();
    }

    /// <summary>Whether the value that a scanner stands at matches.</summary>
    /// <param name="scanner">At a value of UTF-8; behind it when the answer is true.</param>
    internal bool Accepts(ref JsonScanner scanner) => Accepts(Model, ref scanner);

    /// <summary>Whether text matches, as the name of a member does under <c>propertyNames</c>.</summary>
    /// <param name="utf8">The text without escapes.</param>
    internal bool AcceptsText(ReadOnlySpan<byte> utf8)
    {
        using PatternTime time = PatternTime.Begin();
        try
        {
            return Validator.AcceptsText(Site.Of(Model).String, utf8);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>
    /// Explains what is wrong with a document: every finding (the first 1,000, where there are more) with the JSON Pointer of the value, the
    /// keyword, and the JSON Pointer of that keyword, which goes through <c>$ref</c> as the evaluation does (core, section 12.3.1). Bytes
    /// that are not JSON give one finding without a keyword. No finding repeats a value of the document.
    /// </summary>
    /// <param name="utf8">The whole document.</param>
    /// <returns>Empty when the document matches.</returns>
    /// <exception cref="InvalidOperationException">The schema itself is wrong: its text is not a schema, or a reference names nothing.</exception>
    public IReadOnlyList<ErrorDetail> Validate(ReadOnlySpan<byte> utf8)
    {
        using PatternTime time = PatternTime.Begin();
        return IsValid(utf8) ? [] : Explain(utf8).ToDetails();
    }

    /// <summary>Writes the outcome of validating a document in one of the output formats of JSON Schema 2020-12 core, section 12.4.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <param name="output">The format.</param>
    /// <param name="writer">Receives one object. Like <see cref="Validate"/> it never repeats a value of the document.</param>
    /// <exception cref="InvalidOperationException">The schema itself is wrong; see <see cref="Validate"/>.</exception>
    public void WriteOutput(ReadOnlySpan<byte> utf8, SchemaOutput output, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using PatternTime time = PatternTime.Begin();
        OutputWriter.Write(IsValid(utf8) ? Explanation.OfValid : Explain(utf8), output, writer);
    }

    private Explanation Explain(ReadOnlySpan<byte> utf8)
    {
        PatternTime.Renew();
        return Explanation.OfInvalid(Model, _pointer, utf8);
    }

    private static bool Accepts(SchemaModel model, ref JsonScanner scanner)
    {
        using PatternTime time = PatternTime.Begin();
        try
        {
            return Validator.Accepts(Site.Of(model), ref scanner);
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern that needs backtracking took too long: whatever the schema makes of its answer, there is none.
            return false;
        }
    }
}
