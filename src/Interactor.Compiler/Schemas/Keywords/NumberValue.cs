using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>Bounds, and a lower one above an upper one.</summary>
internal static class NumberValue
{
    private static readonly string[] Lower = ["minimum", "exclusiveMinimum"];
    private static readonly string[] Upper = ["maximum", "exclusiveMaximum"];

    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        if (!ExactNumber.TryRead(value, out ExactNumber number))
        {
            return report.Wrong(value, "a number");
        }

        foreach (string lower in Lower.Where(k => ReferenceEquals(schema.Find(k), value)))
        {
            foreach (string upper in Upper)
            {
                if (ExactNumber.TryRead(schema.Find(upper), out ExactNumber limit) && IsAbove(number, limit, lower, upper, schema))
                {
                    report.Add(DatatypeDiagnostics.Unsatisfiable, value, $"'{lower}' leaves nothing below '{upper}'");
                }
            }
        }

        return true;
    }

    public static bool CheckPositive(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        (ExactNumber.TryRead(value, out ExactNumber number) && number.IsPositive) || report.WrongValue(value, "a number above 0");

    private static bool IsAbove(ExactNumber number, ExactNumber limit, string lower, string upper, MappingNode schema)
    {
        int order = number.CompareTo(limit);
        bool isOpen = lower == Lower[1] || upper == Upper[1] || BooleanValue.IsTrue(schema.Find(Lower[1])) || BooleanValue.IsTrue(schema.Find(Upper[1]));
        return order > 0 || (order == 0 && isOpen);
    }
}
