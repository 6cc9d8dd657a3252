using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Finds the cheap test of a schema, where it has one.</summary>
internal sealed class CheckBinder(DatatypeBinder datatypes)
{
    private const int MaximumDepth = 16;

    private readonly NullReader _nulls = new(datatypes);

    /// <summary>The test of a value.</summary>
    /// <param name="schema">All that applies to the value; null where nothing does.</param>
    /// <param name="type">What the value is in C#: where that may be null, the schema must allow null as well.</param>
    public CheckModel? Of(SyntaxNode? schema, TypeModel type) => Of(schema, type, depth: 0);

    /// <summary>Whether the keywords of an object say no more than its properties, the schema of its other members and the names of these do.</summary>
    public static bool IsPlainObject(MappingNode schema) =>
        CheckKeywords.HasOnly(schema, "properties", "required", "additionalProperties", "propertyNames")
        && (schema.Find("required") as SequenceNode)?.Items.All(r => r is ScalarNode name && Has(schema, JsonText.Plain(name))) != false;

    /// <summary>The test of the members of a plain object that it does not name.</summary>
    public CheckModel? OfOthers(MappingNode schema, TypeModel values) => Of(schema.Find("additionalProperties"), values);

    /// <summary>Whether a schema says only which value it is.</summary>
    public bool IsConstant(SyntaxNode node)
    {
        SyntaxNode? target = datatypes.Follow(node);
        return target is MappingNode schema
            && CheckKeywords.HasOnly(schema, "const", "enum")
            && schema.Entries.Count(e => e.Key.Text is "const" or "enum") == 1
            && SchemaTypes.Values(schema) is [var only]
            && (schema.Find("type") is not { } type || TypeValue.Fits(only, TypeValue.Read(type)));
    }

    /// <summary>The test of the properties of a tuple's array: null where it says more than its items do.</summary>
    public static bool IsPlainTuple(MappingNode schema, int items, bool hasRest) =>
        CheckKeywords.HasOnly(schema, "prefixItems", "items", "minItems", "maxItems")
        && CheckKeywords.Count(schema, "minItems", 0) <= items
        && CheckKeywords.Count(schema, "maxItems", int.MaxValue) is var maximum
        && (maximum == int.MaxValue || (!hasRest && maximum >= items));

    private CheckModel? Of(SyntaxNode? schema, TypeModel type, int depth)
    {
        if (schema is null or ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" })
        {
            return new TypeCheck();
        }

        if (depth > MaximumDepth || (type.IsNullable && !_nulls.IsValid(schema)) || datatypes.Follow(schema) is not MappingNode mapping)
        {
            return null;
        }

        type = type.AsNonNull();
        if (NullReader.OrNull(mapping) is { } branch)
        {
            return Of(branch, type, depth + 1);
        }

        if (type is NamedTypeModel { Kind: NamedTypeKind.Union } union)
        {
            // What its cases are tested for is found where they are bound.
            return datatypes.UnionOf(mapping) == union.Name ? new NamedCheck(union.Name) : null;
        }

        return !FitsType(mapping, type) ? null : type switch
        {
            StringTypeModel when CheckKeywords.HasOnly(mapping, "minLength", "maxLength", "pattern", "format") => CheckKeywords.Text(mapping),
            IntegerTypeModel when CheckKeywords.HasOnly(mapping, CheckKeywords.OfIntegers) => CheckKeywords.Integer(mapping),
            NumberTypeModel { Kind: NumberKind.Double } when CheckKeywords.HasOnly(mapping, CheckKeywords.OfNumbers) => CheckKeywords.Number(mapping, "double"),
            NumberTypeModel { Kind: NumberKind.Single } when CheckKeywords.HasOnly(mapping, "format") => CheckKeywords.Number(mapping, "float"),
            NumberTypeModel when CheckKeywords.HasOnly(mapping, "format") => new TypeCheck(),
            BooleanTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel when CheckKeywords.HasOnly(mapping, "format") => new TypeCheck(),
            AnyTypeModel when CheckKeywords.HasOnly(mapping) && mapping.Find("type") is null => new TypeCheck(),
            NamedTypeModel { Kind: NamedTypeKind.Enum } when HasValues(mapping) => new KnownValueCheck(),
            NamedTypeModel { Kind: NamedTypeKind.IntegerEnum } when HasValues(mapping) => new DefinedValueCheck(),
            NamedTypeModel { Kind: NamedTypeKind.Record } record when IsPlainObject(mapping) || datatypes.RecordOf(mapping) == record.Name => new NamedCheck(record.Name),
            NamedTypeModel { Kind: NamedTypeKind.Tuple } tuple when CheckKeywords.HasOnly(mapping, "prefixItems", "items", "minItems", "maxItems") && mapping.Find("prefixItems") is not null => new NamedCheck(tuple.Name),
            ListTypeModel list when CheckKeywords.HasOnly(mapping, "items", "minItems", "maxItems", "uniqueItems") => List(mapping, list, depth),
            MapTypeModel map when CheckKeywords.HasOnly(mapping, "additionalProperties", "minProperties", "maxProperties") => Map(mapping, map, depth),
            _ => null,
        };
    }

    private ListCheck? List(MappingNode schema, ListTypeModel type, int depth)
    {
        bool isUnique = CheckKeywords.IsTrue(schema.Find("uniqueItems"));
        return (!isUnique || type.Items is (StringTypeModel or IntegerTypeModel) and { IsNullable: false }) && Of(schema.Find("items"), type.Items, depth + 1) is { } items
            ? new ListCheck(CheckKeywords.Count(schema, "minItems", 0), CheckKeywords.Count(schema, "maxItems", int.MaxValue), items, isUnique)
            : null;
    }

    private MapCheck? Map(MappingNode schema, MapTypeModel type, int depth) =>
        Of(schema.Find("additionalProperties"), type.Values, depth + 1) is { } values
            ? new MapCheck(CheckKeywords.Count(schema, "minProperties", 0), CheckKeywords.Count(schema, "maxProperties", int.MaxValue), values)
            : null;

    private static bool HasValues(MappingNode schema) =>
        CheckKeywords.HasOnly(schema, "enum", "const") && schema.Entries.Count(e => e.Key.Text is "enum" or "const") == 1;

    // The keyword `type` allows what the C# type is written as.
    private static bool FitsType(MappingNode schema, TypeModel type)
    {
        JsonType allowed = TypeValue.Read(schema.Find("type"));
        return allowed == JsonType.None
            ? schema.Find("type") is null
            : (allowed & WrittenAs(type)) != 0;
    }

    private static JsonType WrittenAs(TypeModel type) => type switch
    {
        BooleanTypeModel => JsonType.Boolean,
        IntegerTypeModel or NumberTypeModel { Kind: NumberKind.UInt64 } or NamedTypeModel { Kind: NamedTypeKind.IntegerEnum } => JsonType.Integer | JsonType.Number,
        NumberTypeModel => JsonType.Number,
        ListTypeModel or NamedTypeModel { Kind: NamedTypeKind.Tuple } => JsonType.Array,
        MapTypeModel or NamedTypeModel { Kind: NamedTypeKind.Record } => JsonType.Object,
        StringTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum } => JsonType.String,
        _ => JsonType.None,
    };

    private static bool Has(MappingNode schema, string property) =>
        schema.Find("properties") is MappingNode properties
        && ((properties.FindEntry(property) is { } entry && JsonText.Plain(entry.Key) == property) || properties.Entries.Any(e => JsonText.Plain(e.Key) == property));
}
