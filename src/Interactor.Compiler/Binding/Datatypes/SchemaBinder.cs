using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Decides the C# type of a schema and checks its keywords.</summary>
internal sealed class SchemaBinder(BindingContext context, DatatypeBinder datatypes)
{
    /// <summary>Binds <paramref name="schema"/>.</summary>
    /// <param name="schema">The schema: a mapping or a boolean.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="announce">Called as soon as the type is known and before its parts are bound, so that parts may refer back.</param>
    public TypeModel Bind(SyntaxNode schema, SchemaPlace place, Action<TypeModel>? announce = null)
    {
        if (schema is ScalarNode { Kind: ScalarKind.Boolean })
        {
            return new AnyTypeModel();
        }

        if (schema is not MappingNode mapping)
        {
            context.Report(StructureDiagnostics.WrongType, schema, "A schema", "a mapping, true or false", NodeKind.Describe(schema));
            return new AnyTypeModel();
        }

        if (mapping.Find("$ref") is ScalarNode reference)
        {
            return datatypes.Resolve(reference);
        }

        if (mapping.Find("allOf") is SequenceNode parts)
        {
            return BindAllOf(mapping, parts, place, announce);
        }

        foreach (string keyword in (ReadOnlySpan<string>)["oneOf", "anyOf"])
        {
            if (mapping.Find(keyword) is SequenceNode branches)
            {
                return new UnionBinder(context, this).Bind(mapping, keyword, branches, place, announce);
            }
        }

        return BindPlain(mapping, place, announce);
    }

    /// <summary>The type of a schema that is an object with properties and nothing else, told without binding it; null for all others.</summary>
    public static TypeModel? FormOf(MappingNode schema, string csharpName)
    {
        if (schema.Find("properties") is not MappingNode || ((string[])["$ref", "allOf", "oneOf", "anyOf", "enum"]).Any(k => schema.Find(k) is not null))
        {
            return null;
        }

        JsonType types = TypeValue.Read(schema.Find("type"));
        TypeModel record = new NamedTypeModel(csharpName, NamedTypeKind.Record);
        return (types & ~JsonType.Null) switch
        {
            JsonType.None or JsonType.Object when types != JsonType.Null => (types & JsonType.Null) != 0 ? record.AsNullable() : record,
            _ => null,
        };
    }

    public static string? Summary(SyntaxNode schema) =>
        schema is MappingNode mapping && (mapping.Find("description") ?? mapping.Find("title")) is ScalarNode { Kind: ScalarKind.String } text
            ? JsonText.Plain(text)
            : null;

    public static bool IsDeprecated(SyntaxNode schema) =>
        schema is MappingNode mapping && mapping.Find("deprecated") is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" };

    /// <summary>The name for a type of its own at <paramref name="place"/>.</summary>
    public string ClaimName(SchemaPlace place) => place.Claimed ? place.Proposal : context.Types.Claim(place.Proposal);

    public static SchemaTextModel TextAt(SchemaPlace place) => new NestedSchemaText(place.Reference);

    private TypeModel BindAllOf(MappingNode schema, SequenceNode parts, SchemaPlace place, Action<TypeModel>? announce)
    {
        bool hasOwnShape = schema.Find("properties") is not null;
        if (parts.Items.Count == 1 && !hasOwnShape)
        {
            return Bind(parts.Items[0], place with { Pointer = place.Pointer + "/allOf/0" }, announce);
        }

        return new RecordBinder(context, this, datatypes).Bind(AllOfFlattener.Flatten(schema, place, datatypes, context), place, schema, announce);
    }

    private TypeModel BindPlain(MappingNode schema, SchemaPlace place, Action<TypeModel>? announce)
    {
        JsonType types = TypeValue.Read(schema.Find("type"));
        SequenceNode? values = schema.Find("enum") as SequenceNode;
        bool isNullable = (types & JsonType.Null) != 0 || values?.Items.Any(IsNull) == true;
        types &= ~JsonType.Null;
        if (types == JsonType.None)
        {
            types = Infer(schema, values);
        }

        TypeModel type = types switch
        {
            JsonType.Object => BindObject(schema, place, announce, isNullable),
            JsonType.Array => BindArray(schema, place, announce),
            JsonType.String when values is not null && !values.Items.All(IsNull) && values.Items.All(i => IsNull(i) || i is ScalarNode { Kind: ScalarKind.String }) =>
                BindEnum(schema, values, place),
            _ => ScalarTypes.Of(types, schema),
        };
        return isNullable ? type.AsNullable() : type;
    }

    // The keywords tell what is meant where the type is left out.
    private static JsonType Infer(MappingNode schema, SequenceNode? values)
    {
        if (schema.Find("properties") is not null)
        {
            return JsonType.Object;
        }

        if (schema.Find("items") is not null)
        {
            return JsonType.Array;
        }

        bool isText = values is { Items.Count: > 0 } && values.Items.All(i => IsNull(i) || i is ScalarNode { Kind: ScalarKind.String });
        return isText || schema.Find("const") is ScalarNode { Kind: ScalarKind.String } ? JsonType.String : JsonType.None;
    }

    private TypeModel BindObject(MappingNode schema, SchemaPlace place, Action<TypeModel>? announce, bool isNullable)
    {
        if (schema.Find("properties") is MappingNode)
        {
            return new RecordBinder(context, this, datatypes).Bind(
                AllOfFlattener.Own(schema, place),
                place,
                schema,
                type => announce?.Invoke(isNullable ? type.AsNullable() : type));
        }

        AnnounceNameless(announce);
        return schema.Find("additionalProperties") is { } values and not ScalarNode
            ? new MapTypeModel(Bind(values, place.Values()))
            : new MapTypeModel(new AnyTypeModel());
    }

    private TypeModel BindArray(MappingNode schema, SchemaPlace place, Action<TypeModel>? announce)
    {
        AnnounceNameless(announce);
        return new ListTypeModel(schema.Find("items") is { } items ? Bind(items, place.Items()) : new AnyTypeModel());
    }

    // C# has no name for a list of itself, so where a list or a map refers back to itself its items hold any value.
    private static void AnnounceNameless(Action<TypeModel>? announce) => announce?.Invoke(new AnyTypeModel());

    private TypeModel BindEnum(MappingNode schema, SequenceNode values, SchemaPlace place)
    {
        string name = ClaimName(place);
        string[] texts = [.. values.Items.OfType<ScalarNode>().Where(s => !IsNull(s)).Select(JsonText.Plain).Distinct(StringComparer.Ordinal)];
        Dictionary<string, string> names = new NameScope(ReservedNames.InEnum(name)).ClaimAll(texts, "Value");
        context.Types.Add(new EnumModel
        {
            Name = name,
            Summary = Summary(schema),
            IsDeprecated = IsDeprecated(schema),
            Schema = TextAt(place),
            Members = texts.Select(t => new EnumMemberModel(t, names[t])).ToEquatableArray(),
        });
        return new NamedTypeModel(name, NamedTypeKind.Enum);
    }

    private static bool IsNull(SyntaxNode node) => node is ScalarNode { Kind: ScalarKind.Null };
}
