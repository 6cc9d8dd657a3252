using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>enum</c> and <c>const</c> (validation, sections 6.1.2 and 6.1.3).</summary>
internal sealed class ConstantRule : Rule
{
    public override void Apply(Application application)
    {
        foreach (ConstantKeyword constants in application.Schema.Constants)
        {
            if (!Tags.Contains(constants, application.Value))
            {
                application.Fail(constants.Keyword)?.Say("must be " + Words.OneOf([.. constants.Values.Select(Words.Constant)]));
            }
        }
    }
}
