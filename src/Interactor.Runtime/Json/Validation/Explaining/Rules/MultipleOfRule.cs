using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>multipleOf</c> (validation, section 6.2.1); exact, so 0.3 is a multiple of 0.1.</summary>
internal sealed class MultipleOfRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.Number, Schema.Number.MultipleOf: { } divisor }
            && !divisor.Divides(new DocumentNumber(application.Value.Raw)))
        {
            application.Fail("multipleOf")?.Say($"must be a multiple of {divisor.Text}");
        }
    }
}
