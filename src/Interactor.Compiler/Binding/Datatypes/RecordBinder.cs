using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds an object with properties to a record.</summary>
internal sealed class RecordBinder(BindingContext context, SchemaBinder schemas, DatatypeBinder datatypes)
{
    private const string AdditionalPropertiesName = "AdditionalProperties";

    private readonly CheckBinder _checks = new(datatypes);
    private readonly ConstantReader _constants = new(datatypes);

    /// <summary>Binds a record.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <param name="from">The parts of the schema that say so.</param>
    /// <param name="place">Where it is named after.</param>
    /// <param name="announce">Called as soon as the type is known.</param>
    /// <param name="derived">What it extends; null to ask what the datatype at the place extends.</param>
    public TypeModel Bind(ObjectParts parts, IReadOnlyList<ShapePart> from, SchemaPlace place, Action<TypeModel>? announce, DerivedFrom? derived = null)
    {
        derived ??= datatypes.BaseOf(place);
        parts = derived is { Tags.Count: 1 } && parts.Properties.All(p => p.Name != derived.Tag)
            ? parts with { Properties = [new ObjectProperty(derived.Tag, []), .. parts.Properties] }
            : parts;
        string name = schemas.ClaimName(place);
        TypeModel type = new NamedTypeModel(name, NamedTypeKind.Record);
        type = schemas.IsNullable(from) ? type.AsNullable() : type;
        announce?.Invoke(type);

        NameScope scope = new([name, derived?.Base ?? name, ReservedNames.JsonClassOf(name)], ReservedNames.OfRecords);
        Dictionary<string, string> names = NamesOf(parts.Properties, scope);

        // A tag that no schema describes is named last, so that those of the base keep the names that they have there.
        foreach (ObjectProperty tag in parts.Properties.Where(p => p.Sites.Count == 0))
        {
            names[tag.Name] = scope.Claim(PascalCase.Of(tag.Name), "Value");
        }

        // The cheap tests of properties stand for the schema of one part only.
        MappingNode? plain = from is [OwnPart { Schema: var own }] && CheckBinder.IsPlainObject(own) ? own : null;
        PropertyModel[] properties = new PropertyModel[parts.Properties.Count];
        foreach (int i in Enumerable.Range(0, properties.Length).OrderBy(i => parts.Properties[i].Name, StringComparer.Ordinal))
        {
            ObjectProperty property = parts.Properties[i];
            properties[i] = BindProperty(property, names[property.Name], parts.Required.Contains(property.Name), plain is not null, TagOf(property, derived));
        }

        context.Types.Add(new RecordModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(from.Select(p => p.Schema)),
            IsDeprecated = SchemaBinder.IsDeprecated(from.Select(p => p.Schema)),
            Schema = SchemaBinder.TextAt(place),
            Properties = new EquatableArray<PropertyModel>(properties),
            AdditionalProperties = new OthersBinder(schemas).Bind(parts.Others) is { } others
                ? new AdditionalPropertiesModel(scope.Claim(AdditionalPropertiesName), others, schemas.Secrets.IsSecretMap(parts.Others.Select(o => o.Node)))
                {
                    Check = plain is null ? null : _checks.OfOthers(plain, others),
                    Proof = plain?.Find("additionalProperties") is null || parts.Others.Count == 0 ? null : parts.Others[0].Place.Values().Reference,
                }
                : null,
            Base = derived?.Base,
            NamesProof = plain?.Find("propertyNames") is null || parts.Others.Count == 0 ? null : parts.Others[0].Place.Names,
        });
        return type;
    }

    private Dictionary<string, string> NamesOf(IReadOnlyList<ObjectProperty> properties, NameScope scope)
    {
        Dictionary<string, string> proposals = new(properties.Count, StringComparer.Ordinal);
        foreach (ObjectProperty property in properties)
        {
            if (property.Sites.Count > 0)
            {
                proposals.Add(property.Name, PascalCase.Of(property.Name));
            }
        }

        return MemberNames.Claim(scope, proposals, name => properties.First(p => p.Name == name).Nearest.Place.Path, context.Names, "Value");
    }

    // The one text that stands for a type that extends another is its type's, however the schema describes it.
    private static TextConstant? TagOf(ObjectProperty property, DerivedFrom? derived) =>
        derived is { Tags.Count: 1 } && derived.Tag == property.Name ? new TextConstant(derived.Tags[0]) : null;

    // Nothing fills a default in, so people must know it.
    private static string? Describe(ObjectProperty property)
    {
        string? summary = SchemaBinder.Summary(property.Schemas);
        foreach (SyntaxNode schema in property.Schemas)
        {
            if (schema is MappingNode mapping && mapping.Find("default") is ScalarNode { Kind: not ScalarKind.Null } value)
            {
                return $"{summary} Default: {JsonText.Of(value)}.".Trim();
            }
        }

        return summary;
    }

    private PropertyModel BindProperty(ObjectProperty property, string csharpName, bool isRequired, bool isPlain, ConstantModel? tag)
    {
        ConstantModel? constant = tag ?? (isRequired ? _constants.Of(property.Schemas) : null);
        TypeModel type = constant is null ? schemas.Bind(property.Sites, property.Nearest.Place) : ConstantReader.TypeOf(constant);
        bool isProven = isPlain && property.Sites.Count == 1;
        return new PropertyModel
        {
            JsonName = property.Name,
            CSharpName = csharpName,
            Type = type,
            Summary = Describe(property),
            IsRequired = isRequired || tag is not null,
            IsDeprecated = SchemaBinder.IsDeprecated(property.Schemas),
            IsSecret = schemas.Secrets.IsSecret(property.Schemas),
            Constant = constant,
            Check = !isProven ? null
                : constant is null ? _checks.Of(property.Nearest.Node, type)
                : tag is null && _checks.IsConstant(property.Nearest.Node) ? new TypeCheck()
                : null,
            Proof = isProven ? property.Nearest.Place.Reference : null,
        };
    }
}
