using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds an object with properties to a record.</summary>
internal sealed class RecordBinder(BindingContext context, SchemaBinder schemas, DatatypeBinder datatypes)
{
    private const string AdditionalPropertiesName = "AdditionalProperties";

    public TypeModel Bind(ObjectParts parts, SchemaPlace place, MappingNode schema, Action<TypeModel>? announce)
    {
        string name = schemas.ClaimName(place);
        NamedTypeModel type = new(name, NamedTypeKind.Record);
        announce?.Invoke(type);

        NameScope scope = new(ReservedNames.InRecord(name));
        Dictionary<string, string> names = scope.ClaimAll(parts.Properties.Select(p => p.Name), "Value");
        Dictionary<string, PropertyModel> properties = new(StringComparer.Ordinal);
        CheckBinder checks = new(datatypes);
        bool isPlain = CheckBinder.IsPlainObject(schema);
        foreach (ObjectProperty property in parts.Properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            TypeModel propertyType = schemas.Bind(property.Schema, property.Place);
            properties[property.Name] = new PropertyModel
            {
                JsonName = property.Name,
                CSharpName = names[property.Name],
                Type = propertyType,
                Summary = SchemaBinder.Summary(property.Schema),
                IsRequired = parts.Required.Contains(property.Name),
                IsDeprecated = SchemaBinder.IsDeprecated(property.Schema),
                Check = isPlain ? checks.Of(property.Schema, propertyType.AsNonNull()) : null,
            };
        }

        context.Types.Add(new RecordModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(schema),
            IsDeprecated = SchemaBinder.IsDeprecated(schema),
            Schema = SchemaBinder.TextAt(place),
            Properties = parts.Properties.Select(p => properties[p.Name]).ToEquatableArray(),
            AdditionalProperties = BindAdditional(parts.AdditionalProperties, place, scope),
        });
        return type;
    }

    private AdditionalPropertiesModel? BindAdditional(SyntaxNode? node, SchemaPlace place, NameScope scope) => node switch
    {
        ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" } => null,
        MappingNode values => new AdditionalPropertiesModel(scope.Claim(AdditionalPropertiesName), schemas.Bind(values, place.Values())),
        _ => new AdditionalPropertiesModel(scope.Claim(AdditionalPropertiesName), new AnyTypeModel()),
    };
}
