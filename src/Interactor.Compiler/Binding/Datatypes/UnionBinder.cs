using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds <c>oneOf</c> and <c>anyOf</c> whose cases differ by JSON type, and <c>X or null</c>.</summary>
internal sealed class UnionBinder(BindingContext context, SchemaBinder schemas)
{
    private static readonly (JsonType Token, string Name)[] CaseNames =
    [
        (JsonType.String, "Text"), (JsonType.Number, "Number"), (JsonType.Boolean, "Boolean"), (JsonType.Array, "List"), (JsonType.Object, "Object"),
    ];

    public TypeModel Bind(MappingNode schema, string keyword, SequenceNode branches, SchemaPlace place, Action<TypeModel>? announce)
    {
        List<(SyntaxNode Node, int Index)> cases = [];
        for (int i = 0; i < branches.Items.Count; i++)
        {
            if (!IsNullSchema(branches.Items[i]))
            {
                cases.Add((branches.Items[i], i));
            }
        }

        bool isNullable = cases.Count < branches.Items.Count;
        if (cases.Count == 0)
        {
            return new NullTypeModel { IsNullable = true };
        }

        if (cases.Count == 1)
        {
            TypeModel only = schemas.Bind(cases[0].Node, place with { Pointer = $"{place.Pointer}/{keyword}/{cases[0].Index}" }, announce);
            return isNullable ? only.AsNullable() : only;
        }

        TypeModel union = BindCases(schema, keyword, cases, place, announce);
        return isNullable ? union.AsNullable() : union;
    }

    private TypeModel BindCases(
        MappingNode schema,
        string keyword,
        List<(SyntaxNode Node, int Index)> branches,
        SchemaPlace place,
        Action<TypeModel>? announce)
    {
        string name = schemas.ClaimName(place);
        NamedTypeModel type = new(name, NamedTypeKind.Union);
        announce?.Invoke(type);
        List<UnionCaseModel> cases = [];
        JsonType seen = JsonType.None;
        foreach ((SyntaxNode node, int index) in branches)
        {
            TypeModel caseType = schemas.Bind(node, place.Branch(keyword, index, $"Case{index + 1}")).AsNonNull();
            JsonType token = TokenOf(caseType);
            if (token == JsonType.None || (seen & token) != 0)
            {
                context.Report(NotYetDiagnostics.Union, node);
                continue;
            }

            seen |= token;
            cases.Add(new UnionCaseModel(CaseNames.First(c => c.Token == token).Name, caseType, token));
        }

        context.Types.Add(new UnionModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(schema),
            IsDeprecated = SchemaBinder.IsDeprecated(schema),
            Schema = SchemaBinder.TextAt(place),
            Cases = cases.ToEquatableArray(),
        });
        return type;
    }

    private static bool IsNullSchema(SyntaxNode node) =>
        node is MappingNode mapping && TypeValue.Read(mapping.Find("type")) == JsonType.Null;

    // The one JSON type of a C# type's values; none where there are several.
    private static JsonType TokenOf(TypeModel type) => type switch
    {
        StringTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel => JsonType.String,
        NamedTypeModel { Kind: NamedTypeKind.Enum } => JsonType.String,
        IntegerTypeModel or NumberTypeModel => JsonType.Number,
        BooleanTypeModel => JsonType.Boolean,
        ListTypeModel => JsonType.Array,
        MapTypeModel or NamedTypeModel { Kind: NamedTypeKind.Record } => JsonType.Object,
        _ => JsonType.None,
    };
}
