using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds what a schema says by its own keywords: scalars, enums, lists, maps, and several JSON types at once.</summary>
internal sealed class PlainBinder(BindingContext context, SchemaBinder schemas, DatatypeBinder datatypes)
{
    private const JsonType Numeric = JsonType.Integer | JsonType.Number;

    private static readonly JsonType[] Kinds = [JsonType.String, JsonType.Integer, JsonType.Number, JsonType.Boolean, JsonType.Array, JsonType.Object];

    private readonly CheckBinder _checks = new(datatypes);
    private readonly EnumBinder _enums = new(context, schemas);

    public TypeModel Bind(OwnPart part, SchemaPlace place, Action<TypeModel>? announce)
    {
        MappingNode schema = part.Schema;
        JsonType types = SchemaTypes.Of(schema);
        IReadOnlyList<SyntaxNode>? values = SchemaTypes.Values(schema);
        bool isNullable = (types & JsonType.Null) != 0 || (values?.Any(ShapeReader.IsNull) == true && schema.Find("type") is null);
        if (values is not null)
        {
            JsonType found = values.Aggregate(JsonType.None, (any, value) => any | SchemaTypes.OfValue(value));
            types &= (found & JsonType.Integer) != 0 ? found | JsonType.Number : found;
        }

        types &= ~JsonType.Null;
        types = types == Numeric ? values is null || values.Any(v => SchemaTypes.OfValue(v) == JsonType.Number) ? JsonType.Number : JsonType.Integer : types;
        JsonType[] kinds = [.. Kinds.Where(k => (types & k) != 0 && !(k == JsonType.Integer && (types & JsonType.Number) != 0))];
        TypeModel type = kinds switch
        {
            [] => new AnyTypeModel(),
            [var kind] => BindKind(kind, schema, values, place, announce),
            { Length: >= 5 } => new AnyTypeModel(),
            _ when values is not null => new AnyTypeModel(),
            _ => BindKinds(kinds, schema, place, announce),
        };
        return isNullable ? type.AsNullable() : type;
    }

    private TypeModel BindKind(JsonType kind, MappingNode schema, IReadOnlyList<SyntaxNode>? values, SchemaPlace place, Action<TypeModel>? announce) => kind switch
    {
        JsonType.Object => BindMap(schema, place, announce),
        JsonType.Array => BindList(schema, place, announce),
        JsonType.String when values is not null => _enums.BindTexts(KnownValue.OfTexts(values, schema), [schema], place),
        JsonType.Integer when values is not null => _enums.BindIntegers(KnownValue.OfIntegers(values, schema), schema, place) ?? ScalarTypes.Of(kind, schema),
        _ => ScalarTypes.Of(kind, schema),
    };

    // One schema with several types is a union of what it says of each.
    private TypeModel BindKinds(JsonType[] kinds, MappingNode schema, SchemaPlace place, Action<TypeModel>? announce)
    {
        string name = datatypes.AddUnion(schema, schemas.ClaimName(place));
        NamedTypeModel type = new(name, NamedTypeKind.Union);
        announce?.Invoke(type);
        Dictionary<string, string> names = MemberNames.Claim(
            new NameScope(ReservedNames.InUnion(name)),
            kinds.Select(CaseNames.OfKind).ToDictionary(n => n, StringComparer.Ordinal),
            n => $"{place.Path}.{n}",
            context.Names,
            "Case");
        List<UnionCaseModel> cases = [];
        List<KindArm> arms = [];
        foreach (JsonType kind in kinds)
        {
            string caseName = names[CaseNames.OfKind(kind)];
            SchemaPlace casePlace = place.Case(CaseNames.OfKind(kind));
            TypeModel caseType = kind == JsonType.Object && schema.Find("properties") is not null
                ? schemas.BindObject(schema, casePlace)
                : BindKind(kind, schema, values: null, casePlace, announce: null);
            arms.Add(new KindArm(kind == JsonType.Integer ? JsonType.Number : kind, new CaseChoice(cases.Count)));
            cases.Add(new UnionCaseModel(caseName, caseType, CaseNames.Describe(kind)) { Check = _checks.Of(schema, caseType) });
        }

        context.Types.Add(new UnionModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(schema),
            IsDeprecated = SchemaBinder.IsDeprecated(schema),
            Schema = SchemaBinder.TextAt(place),
            Cases = cases.ToEquatableArray(),
            Choice = new KindChoice(arms.ToEquatableArray()),
        });
        return type;
    }

    private MapTypeModel BindMap(MappingNode schema, SchemaPlace place, Action<TypeModel>? announce)
    {
        AnnounceNameless(announce);
        return new MapTypeModel(new OthersBinder(schemas).Bind([new SchemaSite(schema, place)]) ?? new AnyTypeModel());
    }

    private TypeModel BindList(MappingNode schema, SchemaPlace place, Action<TypeModel>? announce)
    {
        if (schema.Find("prefixItems") is SequenceNode { Items.Count: > 0 } first)
        {
            return new TupleBinder(context, schemas, datatypes).Bind(schema, first, place, announce);
        }

        AnnounceNameless(announce);
        return new ListTypeModel(schema.Find("items") is { } items ? schemas.Bind(items, place.Items()) : new AnyTypeModel());
    }

    // C# has no name for a list of itself, so where a list or a map refers back to itself its items hold any value.
    private static void AnnounceNameless(Action<TypeModel>? announce) => announce?.Invoke(new AnyTypeModel());
}
