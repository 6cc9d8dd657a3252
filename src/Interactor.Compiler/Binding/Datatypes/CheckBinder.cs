using System.Globalization;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Finds the cheap test of a schema, where it has one.</summary>
internal sealed class CheckBinder(DatatypeBinder datatypes)
{
    private const int MaximumDepth = 16;

    private static readonly string[] TextKeywords = ["minLength", "maxLength"];
    private static readonly string[] IntegerKeywords = ["minimum", "maximum", "format"];
    private static readonly string[] ListKeywords = ["items", "minItems", "maxItems"];

    public CheckModel? Of(SyntaxNode? schema, TypeModel type) => Of(schema, type, depth: 0);

    /// <summary>Whether the keywords of an object say no more than its properties do.</summary>
    public static bool IsPlainObject(MappingNode schema) =>
        HasOnly(schema, "properties", "required", "additionalProperties")
        && schema.Find("additionalProperties") is null or ScalarNode or MappingNode { Entries.Count: 0 };

    private CheckModel? Of(SyntaxNode? schema, TypeModel type, int depth)
    {
        if (schema is null or ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" })
        {
            return new TypeCheck();
        }

        if (schema is not MappingNode mapping || depth > MaximumDepth)
        {
            return null;
        }

        if (mapping.Find("$ref") is ScalarNode reference)
        {
            return HasOnly(mapping, "$ref") ? Of(datatypes.NodeOf(reference.Text), type, depth + 1) : null;
        }

        return type switch
        {
            StringTypeModel when HasOnly(mapping, TextKeywords) => Text(mapping),
            IntegerTypeModel when HasOnly(mapping, IntegerKeywords) => Integer(mapping),
            NumberTypeModel { Kind: NumberKind.Decimal } when HasOnly(mapping, "format") => new TypeCheck(),
            NumberTypeModel when HasOnly(mapping, "format") => new FiniteCheck(),
            BooleanTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel when HasOnly(mapping, "format") => new TypeCheck(),
            AnyTypeModel when HasOnly(mapping) && mapping.Find("type") is null => new TypeCheck(),
            NamedTypeModel { Kind: NamedTypeKind.Enum } when HasOnly(mapping, "enum") => new KnownValueCheck(),
            NamedTypeModel { Kind: NamedTypeKind.Record } record when IsPlainObject(mapping) => new RecordCheck(record.Name),
            ListTypeModel list when HasOnly(mapping, ListKeywords) && !list.Items.IsNullable && Of(mapping.Find("items"), list.Items, depth + 1) is { } items =>
                new ListCheck(Count(mapping, "minItems", 0), Count(mapping, "maxItems", int.MaxValue), items),
            _ => null,
        };
    }

    private static TextCheck Text(MappingNode schema) => new(Count(schema, "minLength", 0), Count(schema, "maxLength", int.MaxValue));

    private static IntegerCheck? Integer(MappingNode schema) =>
        Bound(schema, "minimum", long.MinValue) is { } minimum && Bound(schema, "maximum", long.MaxValue) is { } maximum
            ? new IntegerCheck(minimum, maximum)
            : null;

    private static int Count(MappingNode schema, string keyword, int otherwise) =>
        schema.Find(keyword) is ScalarNode scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : otherwise;

    private static long? Bound(MappingNode schema, string keyword, long otherwise)
    {
        if (schema.Find(keyword) is not ScalarNode scalar)
        {
            return otherwise;
        }

        return long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long bound) ? bound : null;
    }

    private static bool HasOnly(MappingNode schema, params string[] keywords) => schema.Entries.All(e =>
        e.Key.Text == "type" || keywords.Contains(e.Key.Text) || KeywordTable.Find(e.Key.Text) is not { IsAnnotation: false });
}
