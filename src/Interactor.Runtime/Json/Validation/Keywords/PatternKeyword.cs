using System.Text.Json;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>pattern</c> (validation, section 6.3.3), in its ECMA-262 meaning; it may match anywhere in the text.</summary>
internal sealed class PatternKeyword(KeywordSite site)
    : TokenKeyword(site.Name, $"must match the pattern {site.Text()}", JsonKinds.String)
{
    private readonly TextPattern _pattern = new(site.Text());

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation) => evaluation.IsMatch(_pattern, ref reader);
}
