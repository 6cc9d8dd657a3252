namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>format</c> (validation, section 7), asserted wherever it stands; a format that has no row in the table is an annotation.</summary>
internal sealed class FormatRule : Rule
{
    public override void Apply(Application application)
    {
        Instance value = application.Value;
        if (application.Schema.Format is { } format && (format.AppliesTo & value.Kind) != 0
            && !format.Check(value.Kind == JsonKinds.String ? value.Text : value.Raw))
        {
            application.Fail("format")?.Say("must be " + format.Words);
        }
    }
}
