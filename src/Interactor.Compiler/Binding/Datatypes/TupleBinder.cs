using System.Globalization;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds a list whose first items have schemas of their own.</summary>
internal sealed class TupleBinder(BindingContext context, SchemaBinder schemas, DatatypeBinder datatypes)
{
    private const string RestName = "Rest";

    private readonly CheckBinder _checks = new(datatypes);

    public NamedTypeModel Bind(MappingNode schema, SequenceNode first, SchemaPlace place, Action<TypeModel>? announce)
    {
        string name = schemas.ClaimName(place);
        NamedTypeModel type = new(name, NamedTypeKind.Tuple);
        announce?.Invoke(type);

        int minimum = schema.Find("minItems") is ScalarNode count && int.TryParse(count.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int least) ? least : 0;
        NameScope scope = new(ReservedNames.InRecord(name));
        bool isClosed = schema.Find("items") is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" };
        bool isPlain = CheckBinder.IsPlainTuple(schema, first.Items.Count, !isClosed);
        List<TupleItemModel> items = [];
        for (int i = 0; i < first.Items.Count; i++)
        {
            SyntaxNode item = first.Items[i];
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            string itemName = Titles.Of(item) is { } title ? scope.Claim(title, "Item" + number) : scope.Claim("Item" + number, "Value");
            TypeModel itemType = schemas.Bind(item, place.PrefixItem(i));
            items.Add(new TupleItemModel(itemName, itemType, i < minimum, SchemaBinder.Summary(item), schemas.Secrets.IsSecret([item]))
            {
                // One that may be missing is null in C#, which its schema must allow too.
                Check = isPlain ? _checks.Of(item, i < minimum ? itemType : itemType.AsNullable()) : null,
            });
        }

        TypeModel restType = !isClosed && schema.Find("items") is { } rest ? schemas.Bind(rest, place.Items()) : new AnyTypeModel();
        context.Types.Add(new TupleModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(schema),
            IsDeprecated = SchemaBinder.IsDeprecated(schema),
            Schema = SchemaBinder.TextAt(place),
            Items = items.ToEquatableArray(),
            Rest = isClosed ? null : new TupleRestModel(scope.Claim(RestName, "Items"), restType)
            {
                Check = isPlain ? _checks.Of(schema.Find("items"), restType) : null,
            },
        });
        return type;
    }
}
