using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>Lengths and counts, and a minimum above its maximum. <c>2.0</c> is a count as well.</summary>
internal static class CountValue
{
    private static readonly (string Minimum, string Maximum)[] Pairs =
        [("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties"), ("minContains", "maxContains")];

    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        if (!TryRead(value, out int count))
        {
            return report.WrongValue(value, "an integer from 0");
        }

        foreach ((string minimum, string maximum) in Pairs)
        {
            if (ReferenceEquals(schema.Find(minimum), value) && schema.Find(maximum) is { } other && TryRead(other, out int limit) && count > limit)
            {
                report.Add(DatatypeDiagnostics.Unsatisfiable, value, $"'{minimum}' is above '{maximum}'");
            }
        }

        return true;
    }

    /// <summary>The count; one that no value reaches becomes the largest <c>int</c>.</summary>
    public static bool TryRead(SyntaxNode? node, out int count)
    {
        bool isCount = ExactNumber.TryRead(node, out ExactNumber number) && number.IsInteger && !number.IsNegative;
        count = isCount ? number.ToCount() : 0;
        return isCount;
    }
}
