using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>minLength</c> (validation, section 6.3.2), in code points.</summary>
internal sealed class MinLengthKeyword(KeywordSite site)
    : TokenKeyword(site.Name, $"must be at least {Words.Count(site.Count(), "character")}", JsonKinds.String)
{
    private readonly int _least = site.Count();

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        // A code point takes at most 4 bytes, or 12 when its two halves are escaped: no counting for long texts.
        int bytes = reader.ValueSpan.Length;
        return bytes / (reader.ValueIsEscaped ? 12 : 4) >= _least
            || (bytes >= _least && StringToken.CodePoints(reader.ValueSpan, reader.ValueIsEscaped) >= _least);
    }
}
