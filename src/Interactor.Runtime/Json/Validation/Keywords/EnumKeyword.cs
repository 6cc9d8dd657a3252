using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>enum</c> (validation, section 6.1.2).</summary>
internal sealed class EnumKeyword(KeywordSite site)
    : TokenKeyword(site.Name, "must be " + Words.OneOf([.. site.Value.EnumerateArray().Select(Words.Constant)]), JsonKinds.All)
{
    private readonly ConstantSet _constants = new(site.Value.EnumerateArray());

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation) => _constants.Contains(ref reader, ref evaluation);
}
