using Interactor.Runtime.Json.Validation.Explaining.Rules;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>
/// Every keyword that asserts something, in the order in which findings are listed. What is unevaluated comes last, because all the others
/// say what is evaluated.
/// </summary>
internal static class RuleTable
{
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        // Any kind of value (validation, section 6.1).
        new TypeRule(),
        new ConstantRule(),

        // Numbers (section 6.2).
        new BoundRule("minimum", "at least", static number => number.Minimum, static comparison => comparison >= 0),
        new BoundRule("maximum", "at most", static number => number.Maximum, static comparison => comparison <= 0),
        new BoundRule("exclusiveMinimum", "greater than", static number => number.ExclusiveMinimum, static comparison => comparison > 0),
        new BoundRule("exclusiveMaximum", "less than", static number => number.ExclusiveMaximum, static comparison => comparison < 0),
        new MultipleOfRule(),

        // Strings (section 6.3), formats (section 7) and contents (section 8).
        new MinLengthRule(),
        new MaxLengthRule(),
        new FormatRule(),
        new PatternRule(),
        new ContentRule(),

        // Other schemas for the same value (core, sections 8.2.3 and 10.2).
        new ReferenceRule(),
        new AllOfRule(),
        new AnyOfRule(),
        new OneOfRule(),
        new NotRule(),
        new IfRule(),
        new DependentSchemasRule(),

        // Arrays (validation, section 6.4; core, section 10.3.1).
        new MinItemsRule(),
        new MaxItemsRule(),
        new ItemsRule(),
        new ContainsRule(),
        new UniqueItemsRule(),

        // Objects (validation, section 6.5; core, section 10.3.2).
        new MembersRule(),
        new PropertyNamesRule(),
        new RequiredRule(),
        new DependentRequiredRule(),
        new MinPropertiesRule(),
        new MaxPropertiesRule(),

        // Core, section 11.
        new UnevaluatedItemsRule(),
        new UnevaluatedPropertiesRule(),
    ];
}
