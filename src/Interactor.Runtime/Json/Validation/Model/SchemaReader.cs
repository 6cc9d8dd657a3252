using System.Text.Json;
using Interactor.Runtime.Json.Validation.Formats;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>Reads the schemas of one text, each registered under its JSON Pointer so that references find it.</summary>
internal sealed class SchemaReader(Dictionary<string, SchemaModel> schemas)
{
    private readonly Queue<SchemaReference> _references = new();

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
        JsonKinds kinds = types.Length == 0 ? JsonKinds.All : types.Select(t => TypeName.KindOf(t, site)).Aggregate((a, b) => a | b);
        return new()
        {
            Pointer = site.Pointer,
            Source = site.Text("$source"),
            Kinds = kinds,
            TypeNames = types,
            WantsIntegers = types.Contains("integer") && !types.Contains("number"),
            IntegersAreLexical = site.Flag("$lexicalInteger"),
            Constants = [.. Constants(site)],
            Format = site.Text("format") is { } format ? FormatTable.Find(format) : null,
            Number = site.HasAny("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf") ? ReadNumber(site) : null,
            String = site.HasAny("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType") ? ReadString(site) : null,
            Object = site.HasAny(
                "properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties",
                "dependentRequired", "dependentSchemas", "unevaluatedProperties") ? ReadObjectKeywords(site) : null,
            Array = site.HasAny("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems") ? ReadArray(site) : null,
            InPlace = site.HasAny("$ref", "allOf", "anyOf", "oneOf", "not", "if") ? ReadInPlace(site) : null,
        };
    }

    private static IEnumerable<ConstantKeyword> Constants(SchemaSite site)
    {
        if (site.TryGet("enum", out JsonElement values))
        {
            JsonElement[] list = [.. site.List("enum", values)];
            yield return new("enum", list, new(list));
        }

        if (site.TryGet("const", out JsonElement value))
        {
            yield return new("const", [value], new([value]));
        }
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
        PatternProperties = [.. Named(site, "patternProperties").Select(p => new PatternProperty(p.Key, new(p.Key), p.Value))],
        AdditionalProperties = Inner(site, "additionalProperties"),
        PropertyNames = Inner(site, "propertyNames"),
        UnevaluatedProperties = Inner(site, "unevaluatedProperties"),
        Required = site.Names("required"),
        DependentRequired = site.Members("dependentRequired").ToDictionary(m => m.Name, m => (IReadOnlyList<string>)m.Site.NamesOf(m.Value), StringComparer.Ordinal),
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

    private SchemaModel[] Listed(SchemaSite site, string keyword) =>
        site.TryGet(keyword, out JsonElement value)
            ? [.. site.List(keyword, value).Select((schema, index) => Read(schema, $"{site.PointerOf(keyword)}/{index}"))]
            : [];

    private Dictionary<string, SchemaModel> Named(SchemaSite site, string keyword)
    {
        Dictionary<string, SchemaModel> named = new(StringComparer.Ordinal);
        foreach ((string name, JsonElement value, SchemaSite _) in site.Members(keyword))
        {
            named[name] = Read(value, $"{site.PointerOf(keyword)}/{JsonPointer.Escape(name)}");
        }

        return named;
    }
}
