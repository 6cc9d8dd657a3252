using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>not</c> (core, section 10.2.1.4).</summary>
internal sealed class NotRule : Rule
{
    public override void Apply(Application application)
    {
        if (application.Schema.InPlace?.Not is { } refused && application.Matches(refused, application.Value))
        {
            application.Fail("not")?.Say("must not " + Words(refused));
        }
    }

    // The usual ways to use it say what they mean.
    private static string Words(SchemaModel refused) => refused switch
    {
        { Always: true } => "be there",
        { Constants: [var constants] } when Asks(refused) == 1 => "be " + Validation.Words.OneOf([.. constants.Values.Select(Validation.Words.Constant)]),
        { TypeNames.Length: > 0 } when Asks(refused) == 1 => "be " + Validation.Words.OneOf([.. refused.TypeNames.Select(TypeRule.WithArticle)]),
        { Object: { Required: [var name] } keywords } when Asks(refused) == 1 && keywords.Properties.Count == 0 => $"have the member '{name}'",
        { String: { PatternText: { } pattern } text } when Asks(refused) == 1 && text is { MinLength: 0, MaxLength: int.MaxValue } => $"match the pattern {pattern}",
        _ => "match the schema that is ruled out",
    };

    private static int Asks(SchemaModel schema) =>
        schema.Constants.Length + (schema.TypeNames.Length > 0 ? 1 : 0)
        + (schema.Format is null ? 0 : 1) + (schema.Number is null ? 0 : 1) + (schema.String is null ? 0 : 1)
        + (schema.Object is null ? 0 : 1) + (schema.Array is null ? 0 : 1) + (schema.InPlace is null ? 0 : 1);
}
