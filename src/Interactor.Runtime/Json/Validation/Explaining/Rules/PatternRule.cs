namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>pattern</c> (validation, section 6.3.3), in its ECMA-262 meaning; it may match anywhere in the text.</summary>
internal sealed class PatternRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.String, Schema.String: { Pattern: { } pattern } text }
            && !application.IsMatch(pattern, application.Value, "pattern", text.PatternText))
        {
            application.Fail("pattern")?.Say($"must match the pattern {text.PatternText}");
        }
    }
}
