using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>Lengths and counts, and a minimum above its maximum.</summary>
internal static class CountValue
{
    private static readonly (string Minimum, string Maximum)[] Pairs =
        [("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (!TryRead(value, out int count))
        {
            ValueShape.Wrong(value, "an integer from 0 to 2147483647", context);
            return;
        }

        foreach ((string minimum, string maximum) in Pairs)
        {
            if (ReferenceEquals(schema.Find(minimum), value) && schema.Find(maximum) is { } other && TryRead(other, out int limit) && count > limit)
            {
                context.Report(DatatypeDiagnostics.Unsatisfiable, value, minimum, maximum);
            }
        }
    }

    private static bool TryRead(SyntaxNode node, out int count)
    {
        count = 0;
        return node is ScalarNode { Kind: ScalarKind.Integer } scalar
            && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }
}
