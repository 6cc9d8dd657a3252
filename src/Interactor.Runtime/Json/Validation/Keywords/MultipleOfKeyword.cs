using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>multipleOf</c> (validation, section 6.2.1); exact, so 0.3 is a multiple of 0.1.</summary>
internal sealed class MultipleOfKeyword : TokenKeyword
{
    private readonly byte[] _divisor;

    public MultipleOfKeyword(KeywordSite site)
        : base(site.Name, $"must be a multiple of {Encoding.UTF8.GetString(site.Number())}", JsonKinds.Number)
    {
        _divisor = site.Number();
        NumberToken divisor = NumberToken.Parse(_divisor);
        if (divisor.Count == 0 || divisor.IsNegative)
        {
            throw site.Wrong("must be greater than 0");
        }
    }

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation) =>
        NumberToken.Parse(reader.ValueSpan).IsMultipleOf(NumberToken.Parse(_divisor));
}
