using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>type</c> (validation, section 6.1.1); 1.0 is an integer.</summary>
internal sealed class TypeRule : Rule
{
    public override void Apply(Application application)
    {
        SchemaModel schema = application.Schema;
        if (!Accepts(schema, application.Value))
        {
            application.Fail("type")?.Say("must be " + Words.OneOf([.. schema.TypeNames.Select(WithArticle)]));
        }
    }

    /// <summary>A type as a message names it.</summary>
    public static string WithArticle(string type) => type switch
    {
        "null" => "null",
        "boolean" => "true or false",
        "integer" or "array" or "object" => "an " + type,
        _ => "a " + type,
    };

    private static bool Accepts(SchemaModel schema, Instance value)
    {
        if ((schema.Kinds & value.Kind) == 0)
        {
            return false;
        }

        if (value.Kind != JsonKinds.Number || !schema.WantsIntegers)
        {
            return true;
        }

        return schema.IntegersAreLexical ? value.Raw.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 : NumberToken.IsIntegerText(value.Raw);
    }
}
