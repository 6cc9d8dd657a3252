using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>maxLength</c> (validation, section 6.3.1), in code points.</summary>
internal sealed class MaxLengthRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.String, Schema.String: { } text }
            && StringToken.CodePoints(application.Value.Text, isEscaped: false) > text.MaxLength)
        {
            application.Fail("maxLength")?.Say($"must be at most {Words.Count(text.MaxLength, "character")}");
        }
    }
}
