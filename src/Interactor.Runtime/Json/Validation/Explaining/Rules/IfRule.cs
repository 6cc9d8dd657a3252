namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>if</c> with its <c>then</c> and <c>else</c> (core, section 10.2.2), which say nothing without it.</summary>
internal sealed class IfRule : Rule
{
    public override void Apply(Application application)
    {
        if (application.Schema.InPlace is not { If: { } condition } keywords)
        {
            return;
        }

        bool isMet = application.Test(condition).IsValid;
        if ((isMet ? keywords.Then : keywords.Else) is { } chosen)
        {
            application.ApplyInPlace(chosen, isMet ? "then" : "else");
        }
    }
}
