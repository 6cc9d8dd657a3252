using System.Globalization;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Reads the keywords that a cheap test can stand for.</summary>
internal static class CheckKeywords
{
    public static readonly string[] OfIntegers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"];

    public static readonly string[] OfNumbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"];

    // A double tells it from its neighbours, whole or not.
    private const double LargestWhole = 1L << 52;

    /// <summary>Whether a schema asks for nothing but its types and these keywords.</summary>
    public static bool HasOnly(MappingNode schema, params string[] keywords)
    {
        foreach (MappingEntry entry in schema.Entries)
        {
            string key = entry.Key.Text;
            if (key != "type" && Array.IndexOf(keywords, key) < 0 && !SaysNothing(key))
            {
                return false;
            }
        }

        return true;
    }

    public static TextCheck Text(MappingNode schema) => new(
        Count(schema, "minLength", 0),
        Count(schema, "maxLength", int.MaxValue),
        schema.Find("pattern") is ScalarNode pattern ? JsonText.Plain(pattern) : null,
        schema.Find("format") is ScalarNode format ? JsonText.Plain(format) : null);

    public static IntegerCheck? Integer(MappingNode schema)
    {
        if ((schema.Find("format") as ScalarNode)?.Text is not (null or "int8" or "uint8" or "int16" or "uint16" or "int32" or "uint32" or "int64")
            || Whole(schema, "minimum", long.MinValue) is not { } minimum
            || Whole(schema, "maximum", long.MaxValue) is not { } maximum
            || Whole(schema, "exclusiveMinimum", long.MinValue) is not { } above
            || Whole(schema, "exclusiveMaximum", long.MaxValue) is not { } below
            || Whole(schema, "multipleOf", 1) is not ({ } factor and > 0))
        {
            return null;
        }

        minimum = schema.Find("exclusiveMinimum") is null || above == long.MaxValue ? minimum : Math.Max(minimum, above + 1);
        maximum = schema.Find("exclusiveMaximum") is null || below == long.MinValue ? maximum : Math.Min(maximum, below - 1);

        // C# refuses a test that nothing can pass.
        return minimum <= maximum ? new IntegerCheck(minimum, maximum, factor) : null;
    }

    public static NumberCheck? Number(MappingNode schema, string ownFormat) =>
        (schema.Find("format") is not { } format || (format as ScalarNode)?.Text == ownFormat)
        && Bound(schema, "minimum", "exclusiveMinimum", -double.MaxValue, isLower: true) is { } minimum
        && Bound(schema, "maximum", "exclusiveMaximum", double.MaxValue, isLower: false) is { } maximum

        // C# refuses a test that nothing can pass.
        && (minimum.Value < maximum.Value || (minimum == maximum && minimum.IsInclusive))
            ? new NumberCheck(minimum, maximum)
            : null;

    public static int Count(MappingNode schema, string keyword, int otherwise) => schema.Find(keyword) switch
    {
        null => otherwise,
        ScalarNode scalar when int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) => count,

        // No count at all passes what cannot be read here, and validation decides.
        _ => keyword.StartsWith("min", StringComparison.Ordinal) ? int.MaxValue : -1,
    };

    public static bool IsTrue(SyntaxNode? node) => node is not (null or ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" });

    private static bool SaysNothing(string key) =>
        KeywordTable.Find(key) is { } keyword ? keyword.IsAnnotation : !key.StartsWith("$", StringComparison.Ordinal) || key == "$source";

    private static long? Whole(MappingNode schema, string keyword, long otherwise)
    {
        if (schema.Find(keyword) is not { } node)
        {
            return otherwise;
        }

        return node is ScalarNode scalar && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long bound) ? bound : null;
    }

    // Rounding keeps the order of numbers, so a double beyond a bound was read from a number beyond it. One that is the bound may
    // come from a number on either side, unless the bound is whole: readers tell when they rounded to a whole number.
    private static NumberBound? Bound(MappingNode schema, string inclusive, string exclusive, double otherwise, bool isLower)
    {
        NumberBound bound = new(otherwise, IsInclusive: true);
        foreach (string keyword in (string[])[inclusive, exclusive])
        {
            if (schema.Find(keyword) is not { } node)
            {
                continue;
            }

            if (node is not ScalarNode scalar
                || !double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                || Math.Abs(value) > LargestWhole)
            {
                return null;
            }

            bool isWhole = long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            NumberBound found = new(value, keyword == inclusive && isWhole);
            if (isLower ? found.Value > bound.Value : found.Value < bound.Value)
            {
                bound = found;
            }
            else if (found.Value == bound.Value)
            {
                bound = new NumberBound(value, bound.IsInclusive && found.IsInclusive);
            }
        }

        return bound;
    }
}
