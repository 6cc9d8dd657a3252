using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>An unevaluated-schema of a site.</summary>
/// <param name="Schema">What is asked of members or items that nothing evaluates.</param>
/// <param name="Certain">
/// The atoms that must hold wherever the rule counts: what one of them evaluates is evaluated, or the rule decides nothing.
/// </param>
internal sealed record UnevaluatedRule(SchemaModel Schema, ulong Certain)
{
    public bool Counts(ulong evaluating) => (evaluating & Certain) == 0;
}
