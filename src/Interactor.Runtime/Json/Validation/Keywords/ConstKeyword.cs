using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>const</c> (validation, section 6.1.3).</summary>
internal sealed class ConstKeyword(KeywordSite site)
    : TokenKeyword(site.Name, "must be " + Words.Constant(site.Value), JsonKinds.All)
{
    private readonly ConstantSet _constants = new([site.Value]);

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation) => _constants.Contains(ref reader, ref evaluation);
}
