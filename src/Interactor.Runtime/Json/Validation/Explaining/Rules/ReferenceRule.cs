namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>$ref</c> (core, section 8.2.3.1).</summary>
internal sealed class ReferenceRule : Rule
{
    public override void Apply(Application application)
    {
        if (application.Schema.InPlace?.Reference is { } reference)
        {
            application.ApplyInPlace(reference.Target, "$ref");
        }
    }
}
