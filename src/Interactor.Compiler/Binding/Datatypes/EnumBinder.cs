using System.Globalization;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds sets of known values: open enums of texts, C# enums of integers.</summary>
internal sealed class EnumBinder(BindingContext context, SchemaBinder schemas)
{
    public NamedTypeModel BindTexts(IReadOnlyList<KnownValue> values, IEnumerable<SyntaxNode> described, SchemaPlace place)
    {
        string name = schemas.ClaimName(place);
        Dictionary<string, string> names = Names(values, name, PascalCase.Of, place);
        context.Types.Add(new EnumModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(described),
            IsDeprecated = SchemaBinder.IsDeprecated(described),
            Schema = SchemaBinder.TextAt(place),
            Members = values.Select(v => new EnumMemberModel(v.Value, names[v.Value], v.Summary)).ToEquatableArray(),
        });
        return new NamedTypeModel(name, NamedTypeKind.Enum);
    }

    /// <returns>Null when there are no values to name.</returns>
    public TypeModel? BindIntegers(IReadOnlyList<KnownValue> values, MappingNode schema, SchemaPlace place)
    {
        if (values.Count == 0)
        {
            return null;
        }

        string name = schemas.ClaimName(place);
        Dictionary<string, string> names = Names(values, name, v => v.StartsWith("-", StringComparison.Ordinal) ? "ValueMinus" + v.Substring(1) : "Value" + v, place);
        long[] integers = [.. values.Select(v => long.Parse(v.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];
        bool isSmall = ScalarTypes.Of(JsonType.Integer, schema) is IntegerTypeModel { Width: not IntegerWidth.Int64 } && integers.All(v => v is >= int.MinValue and <= int.MaxValue);
        context.Types.Add(new IntegerEnumModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(schema),
            IsDeprecated = SchemaBinder.IsDeprecated(schema),
            Schema = SchemaBinder.TextAt(place),
            Width = isSmall ? IntegerWidth.Int32 : IntegerWidth.Int64,
            Members = values.Select((v, i) => new IntegerEnumMemberModel(integers[i], names[v.Value], v.Summary)).ToEquatableArray(),
        });
        return new NamedTypeModel(name, NamedTypeKind.IntegerEnum);
    }

    private Dictionary<string, string> Names(IReadOnlyList<KnownValue> values, string typeName, Func<string, string> standard, SchemaPlace place) => MemberNames.Claim(
        new NameScope(ReservedNames.InEnum(typeName)),
        values.ToDictionary(v => v.Value, v => v.Name is null ? standard(v.Value) : PascalCase.Of(v.Name), StringComparer.Ordinal),
        value => $"{place.Path}.{value}",
        context.Names,
        "Value");
}
