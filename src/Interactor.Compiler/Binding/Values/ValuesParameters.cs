using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Values;

/// <summary>Binds what the action that gives choices is given.</summary>
internal sealed class ValuesParameters(BindingContext context, ValuesExpressions expressions)
{
    /// <summary>The parameters of the action that is asked.</summary>
    /// <param name="action">The action whose input is filled in.</param>
    /// <param name="source">The action that is asked.</param>
    /// <param name="node">Its <c>parameters</c>.</param>
    /// <param name="search">Its <c>search</c>, which takes what a person looks for.</param>
    /// <param name="asked">Where the action is named.</param>
    /// <param name="own">Takes the findings.</param>
    public EquatableArray<InputParameterModel> Bind(
        ActionModel action, ActionModel source, SyntaxNode? node, ScalarNode? search, ScalarNode asked, BindingContext own)
    {
        PropertyModel[] properties = context.Types.Find(source.Input.Name) is RecordModel record ? [.. record.Properties] : [];
        string what = $"The input of '{source.Id}'";
        List<InputParameterModel> parameters = [];
        foreach (MappingEntry entry in own.ReadEntries(node, "'parameters'"))
        {
            if (FindProperty(properties, entry.Key, what, own) is not { } property)
            {
                continue;
            }

            if (entry.Value is not ScalarNode scalar)
            {
                own.Report(StructureDiagnostics.WrongType, entry.Value, "A parameter", "text or an expression", NodeKind.Describe(entry.Value));
                continue;
            }

            if (!ScalarBinder.HasExpression(scalar))
            {
                if (Literal(scalar, property.Type) is { } literal)
                {
                    parameters.Add(new InputParameterModel(property.JsonName, Coercion.ToAny(literal)));
                }
                else
                {
                    own.Report(ActionDiagnostics.TypeMismatch, scalar, what, TypeText.Of(property.Type), NodeKind.Describe(scalar));
                }

                continue;
            }

            (TypedExpression value, TypeModel type) = expressions.Bind(scalar, "input", action.Input, RuntimeMembers.Input, own);
            if (!Assignability.Fits(type.AsNonNull(), property.Type.AsNonNull()))
            {
                own.Report(ActionDiagnostics.TypeMismatch, scalar, what, TypeText.Of(property.Type), TypeText.Of(type));
            }

            parameters.Add(new InputParameterModel(property.JsonName, value));
        }

        if (search is not null && FindProperty(properties, search, what, own) is { } looking && looking.Type is not (StringTypeModel or AnyTypeModel))
        {
            own.Report(ActionDiagnostics.TypeMismatch, search, "'search'", "a property that takes text", TypeText.Of(looking.Type));
        }

        foreach (PropertyModel missing in properties.Where(p => p is { IsRequired: true, Constant: null } && parameters.All(g => g.Name != p.JsonName)))
        {
            own.Report(ActionDiagnostics.InvalidValues, node ?? asked, $"lacks the parameter '{missing.JsonName}', which the action '{source.Id}' requires");
        }

        return parameters.ToEquatableArray();
    }

    private static PropertyModel? FindProperty(PropertyModel[] properties, ScalarNode name, string what, BindingContext own)
    {
        string plain = JsonText.Plain(name);
        PropertyModel? property = Array.Find(properties, p => p.JsonName == plain);
        if (property is null)
        {
            own.Report(ActionDiagnostics.UnknownMember, name, what, plain, Nearest.Hint(plain, properties.Select(p => p.JsonName)));
        }

        return property;
    }

    // A text that reads as what is wanted is taken for it: documents write all values as text.
    private static LiteralExpression? Literal(ScalarNode scalar, TypeModel wanted) => wanted.AsNonNull() switch
    {
        IntegerTypeModel => long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? LiteralExpression.Of(integer) : null,
        NumberTypeModel => double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) && !double.IsNaN(number)
            ? LiteralExpression.Of(number)
            : null,
        BooleanTypeModel => scalar.Text is "true" or "false" ? LiteralExpression.Of(scalar.Text == "true") : null,
        StringTypeModel or AnyTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum } =>
            LiteralExpression.Of(scalar.Text.Replace("$${", "${")),
        _ => null,
    };
}
