using System.Globalization;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>One value of an enum with what the definition says of it.</summary>
/// <param name="Value">The text or the digits.</param>
/// <param name="Name">The name that the definition wants for it; null where it gives none.</param>
internal sealed record KnownValue(string Value, string? Name, string? Summary)
{
    /// <summary>The texts among the values of a schema; <c>x-enum-varnames</c> and <c>x-enum-descriptions</c> name and describe them.</summary>
    public static IReadOnlyList<KnownValue> OfTexts(IReadOnlyList<SyntaxNode> values, MappingNode schema) =>
        Of(values, schema, v => v is ScalarNode { Kind: ScalarKind.String } text ? JsonText.Plain(text) : null);

    /// <summary>The same for integers; empty when one of them does not fit into 64 bits.</summary>
    public static IReadOnlyList<KnownValue> OfIntegers(IReadOnlyList<SyntaxNode> values, MappingNode schema)
    {
        IReadOnlyList<KnownValue> all = Of(values, schema, IntegerOf);
        return all.Count == values.Distinct().Count(v => !ShapeReader.IsNull(v)) ? all : [];
    }

    /// <summary>The digits of an integer of 64 bits; null for anything else.</summary>
    public static string? IntegerOf(SyntaxNode node) =>
        node is ScalarNode { Kind: ScalarKind.Integer } digits && JsonNumber.TryNormalize(digits.Text, out string number)
        && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : null;

    private static List<KnownValue> Of(IReadOnlyList<SyntaxNode> values, MappingNode schema, Func<SyntaxNode, string?> read)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<KnownValue> result = [];
        for (int i = 0; i < values.Count; i++)
        {
            if (read(values[i]) is { } value && seen.Add(value))
            {
                result.Add(new KnownValue(value, TextAt(schema, "x-enum-varnames", i), TextAt(schema, "x-enum-descriptions", i)));
            }
        }

        return result;
    }

    private static string? TextAt(MappingNode schema, string keyword, int index) =>
        schema.Find(keyword) is SequenceNode list && index < list.Items.Count && list.Items[index] is ScalarNode { Kind: ScalarKind.String } text
            ? JsonText.Plain(text)
            : null;
}
