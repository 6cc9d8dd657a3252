using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>maxLength</c> (validation, section 6.3.1), in code points.</summary>
internal sealed class MaxLengthKeyword(KeywordSite site)
    : TokenKeyword(site.Name, $"must be at most {Words.Count(site.Count(), "character")}", JsonKinds.String)
{
    private readonly int _most = site.Count();

    // A code point takes at least one byte: no counting for short texts.
    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation) =>
        reader.ValueSpan.Length <= _most || StringToken.CodePoints(reader.ValueSpan, reader.ValueIsEscaped) <= _most;
}
