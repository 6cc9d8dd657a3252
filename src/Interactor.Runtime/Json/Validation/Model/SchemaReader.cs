using System.Text.Json;
using Interactor.Runtime.Json.Validation.Formats;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>Reads the schemas of one text, each registered under its JSON Pointer so that references find it.</summary>
internal sealed class SchemaReader(Dictionary<string, SchemaModel> schemas)
{
    private readonly Queue<SchemaReference> _references = new();

    private readonly LeafTable _leaves = new();

    /// <summary>Connects the references read so far; connecting one may read more of the text, with more references.</summary>
    /// <param name="resolve">What a reference names.</param>
    public void Connect(Func<string, Func<SchemaModel>> resolve)
    {
        while (_references.TryDequeue(out SchemaReference? reference))
        {
            reference.Connect(resolve(reference.Text));
        }
    }

    /// <summary>Reads one schema and those inside it.</summary>
    /// <param name="schema">An object or a boolean.</param>
    /// <param name="pointer">Where it stands.</param>
    public SchemaModel Read(JsonElement schema, string pointer)
    {
        if (schemas.TryGetValue(pointer, out SchemaModel? known))
        {
            return known;
        }

        SchemaModel model = schema.ValueKind switch
        {
            JsonValueKind.True => new() { Pointer = pointer, Always = true },
            JsonValueKind.False => new() { Pointer = pointer, Always = false },
            JsonValueKind.Object => ReadObject(new(schema, pointer)),
            _ => throw new InvalidOperationException($"The schema's '{pointer}' must be an object or a boolean."),
        };
        schemas[pointer] = model;
        return model;
    }

    private SchemaModel ReadObject(SchemaSite site)
    {
        site.Refuse("$dynamicRef");
        site.Refuse("$recursiveRef");
        string[] types = site.Names("type");
        JsonKinds kinds = types.Length == 0 ? JsonKinds.All : JsonKinds.None;
        foreach (string type in types)
        {
            kinds |= TypeName.KindOf(type, site);
        }

        SchemaModel model = new()
        {
            Pointer = site.Pointer,
            Source = site.Text("$source"),
            Kinds = kinds,
            TypeNames = types,
            WantsIntegers = Array.IndexOf(types, "integer") >= 0 && Array.IndexOf(types, "number") < 0,
            IntegersAreLexical = site.Flag("$lexicalInteger"),
            Constants = Constants(site),
            Format = site.Text("format") is { } format ? FormatTable.Find(format) : null,
            Number = site.HasAny("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf") ? ReadNumber(site) : null,
            String = site.HasAny("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType") ? ReadString(site) : null,
            Object = site.HasAny(
                "properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties",
                "dependentRequired", "dependentSchemas", "unevaluatedProperties") ? ReadObjectKeywords(site) : null,
            Array = site.HasAny("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems") ? ReadArray(site) : null,
            InPlace = site.HasAny("$ref", "allOf", "anyOf", "oneOf", "not", "if") ? ReadInPlace(site) : null,
        };
        _leaves.Add(model, site);
        return model;
    }

    private static ConstantKeyword[] Constants(SchemaSite site)
    {
        List<ConstantKeyword> constants = [];
        if (site.TryGet("enum", out JsonElement values))
        {
            JsonElement[] list = site.List("enum", values);
            constants.Add(new("enum", list, new(list)));
        }

        if (site.TryGet("const", out JsonElement value))
        {
            constants.Add(new("const", [value], new([value])));
        }

        return [.. constants];
    }

    private static NumberKeywords ReadNumber(SchemaSite site) => new()
    {
        Minimum = site.Number("minimum"),
        Maximum = site.Number("maximum"),
        ExclusiveMinimum = site.Number("exclusiveMinimum"),
        ExclusiveMaximum = site.Number("exclusiveMaximum"),
        MultipleOf = site.Divisor("multipleOf"),
    };

    private StringKeywords ReadString(SchemaSite site) => new()
    {
        MinLength = site.Count("minLength", 0),
        MaxLength = site.Count("maxLength", int.MaxValue),
        Pattern = site.Text("pattern") is { } pattern ? new TextPattern(pattern) : null,
        PatternText = site.Text("pattern"),
        ContentEncoding = site.Text("contentEncoding"),
        ContentMediaType = site.Text("contentMediaType"),
        ContentSchema = Inner(site, "contentSchema"),
    };

    private ObjectKeywords ReadObjectKeywords(SchemaSite site) => new()
    {
        Properties = Named(site, "properties"),
        PatternProperties = Patterns(site),
        AdditionalProperties = Inner(site, "additionalProperties"),
        PropertyNames = Inner(site, "propertyNames"),
        UnevaluatedProperties = Inner(site, "unevaluatedProperties"),
        Required = site.Names("required"),
        DependentRequired = NameLists(site, "dependentRequired"),
        DependentSchemas = Named(site, "dependentSchemas"),
        MinProperties = site.Count("minProperties", 0),
        MaxProperties = site.Count("maxProperties", int.MaxValue),
    };

    private ArrayKeywords ReadArray(SchemaSite site) => new()
    {
        PrefixItems = Listed(site, "prefixItems"),
        Items = Inner(site, "items"),
        Contains = Inner(site, "contains"),
        MinContains = site.Count("minContains", 1),
        MaxContains = site.Count("maxContains", int.MaxValue),
        ContainsEvaluates = !site.Flag("$containsUnevaluated"),
        UnevaluatedItems = Inner(site, "unevaluatedItems"),
        MinItems = site.Count("minItems", 0),
        MaxItems = site.Count("maxItems", int.MaxValue),
        UniqueItems = site.Flag("uniqueItems"),
    };

    private InPlaceKeywords ReadInPlace(SchemaSite site) => new()
    {
        Reference = site.Text("$ref") is { } reference ? Refer(reference) : null,
        AllOf = Listed(site, "allOf"),
        AnyOf = Listed(site, "anyOf"),
        OneOf = Listed(site, "oneOf"),
        Not = Inner(site, "not"),
        If = Inner(site, "if"),
        Then = Inner(site, "then"),
        Else = Inner(site, "else"),
    };

    private SchemaReference Refer(string text)
    {
        SchemaReference reference = new(text);
        _references.Enqueue(reference);
        return reference;
    }

    private SchemaModel? Inner(SchemaSite site, string keyword) =>
        site.TryGet(keyword, out JsonElement value) ? Read(value, site.PointerOf(keyword)) : null;

    private SchemaModel[] Listed(SchemaSite site, string keyword)
    {
        if (!site.TryGet(keyword, out JsonElement value))
        {
            return [];
        }

        JsonElement[] list = site.List(keyword, value);
        SchemaModel[] schemas = new SchemaModel[list.Length];
        for (int i = 0; i < list.Length; i++)
        {
            schemas[i] = Read(list[i], $"{site.PointerOf(keyword)}/{i}");
        }

        return schemas;
    }

    private Dictionary<string, SchemaModel> Named(SchemaSite site, string keyword)
    {
        Dictionary<string, SchemaModel> named = new(StringComparer.Ordinal);
        foreach (JsonProperty member in site.Members(keyword))
        {
            string name = member.Name;
            named[name] = Read(member.Value, $"{site.PointerOf(keyword)}/{JsonPointer.Escape(name)}");
        }

        return named;
    }

    private PatternProperty[] Patterns(SchemaSite site)
    {
        List<PatternProperty> patterns = [];
        foreach ((string pattern, SchemaModel schema) in Named(site, "patternProperties"))
        {
            patterns.Add(new(pattern, new(pattern), schema));
        }

        return [.. patterns];
    }

    private static Dictionary<string, string[]> NameLists(SchemaSite site, string keyword)
    {
        Dictionary<string, string[]> lists = new(StringComparer.Ordinal);
        foreach (JsonProperty member in site.Members(keyword))
        {
            lists[member.Name] = site.NamesOf(member.Value);
        }

        return lists;
    }
}
