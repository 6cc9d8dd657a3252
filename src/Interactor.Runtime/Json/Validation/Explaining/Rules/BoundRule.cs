using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary>One of the four bounds of numbers (validation, sections 6.2.2 to 6.2.5); exact for any number of digits.</summary>
/// <param name="keyword">The keyword.</param>
/// <param name="words">What the value must be, before the bound.</param>
/// <param name="bound">Finds the bound among a schema's keywords.</param>
/// <param name="accepts">Judges the comparison: below 0 when the value is less than the bound, above when it is greater.</param>
internal sealed class BoundRule(string keyword, string words, Func<NumberKeywords, NumberConstant?> bound, Func<int, bool> accepts) : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.Number, Schema.Number: { } number } && bound(number) is { } limit
            && !accepts(limit.CompareFrom(new DocumentNumber(application.Value.Raw))))
        {
            application.Fail(keyword)?.Say($"must be {words} {limit.Text}");
        }
    }
}
