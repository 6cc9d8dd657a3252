using System.Text.Json;
using Interactor.Runtime.Json.Validation.Formats;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>format</c> (validation, section 7), asserted as OpenAPI means it; a format that has no row in the table is an annotation.</summary>
internal sealed class FormatKeyword : TokenKeyword
{
    private readonly FormatCheck _check;

    private FormatKeyword(KeywordSite site, FormatRow row)
        : base(site.Name, "must be " + row.Words, row.AppliesTo)
    {
        _check = row.Check;
    }

    public static Keyword? Read(KeywordSite site) => FormatTable.Find(site.Text()) is { } row ? new FormatKeyword(site, row) : null;

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation) =>
        _check(reader.TokenType == JsonTokenType.String ? evaluation.Bytes(ref reader) : reader.ValueSpan);
}
