using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>Bounds, and a minimum above its maximum.</summary>
internal static class NumberValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (!TryRead(value, out double number))
        {
            ValueShape.Wrong(value, "a number that a double can hold", context);
        }
        else if (ReferenceEquals(schema.Find("minimum"), value) && schema.Find("maximum") is { } maximum && TryRead(maximum, out double limit) && number > limit)
        {
            context.Report(DatatypeDiagnostics.Unsatisfiable, value, "minimum", "maximum");
        }
    }

    public static void CheckPositive(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (!TryRead(value, out double number) || number <= 0)
        {
            ValueShape.Wrong(value, "a number above 0", context);
        }
    }

    private static bool TryRead(SyntaxNode node, out double number)
    {
        number = 0;
        return node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && !double.IsNaN(number)
            && !double.IsInfinity(number);
    }
}
