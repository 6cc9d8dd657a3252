using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>minLength</c> (validation, section 6.3.2), in code points.</summary>
internal sealed class MinLengthRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.String, Schema.String: { } text }
            && StringToken.CodePoints(application.Value.Text, isEscaped: false) < text.MinLength)
        {
            application.Fail("minLength")?.Say($"must be at least {Words.Count(text.MinLength, "character")}");
        }
    }
}
