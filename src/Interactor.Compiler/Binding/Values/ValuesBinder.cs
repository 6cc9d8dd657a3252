using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Values;

/// <summary>
/// Binds <c>values</c>: which action gives the choices, or the schema, of a property. It is bound when all actions are, because it reads the output of another one.
/// </summary>
internal sealed class ValuesBinder(BindingContext context, ValuesFinder finder, IReadOnlyList<ActionModel> actions)
{
    private readonly ValuesSources _sources = new(actions);
    private readonly ValuesExpressions _expressions = new(context);

    /// <summary>The action with the choices of its input.</summary>
    /// <param name="action">The action.</param>
    /// <param name="input">Its <c>input</c>; null where it has none.</param>
    public ActionModel Bind(ActionModel action, SyntaxNode? input)
    {
        if (input is null || finder.In(input) is not { Count: > 0 } found)
        {
            return action;
        }

        List<(InputValuesModel Values, SyntaxNode Node)> bound = [];
        foreach ((string[] property, SyntaxNode node) in found)
        {
            DiagnosticBag findings = new();
            BindingContext own = new(findings, context.Cancellation);
            string pointer = InputPointer.Of(property);
            InputValuesModel? values = bound.Any(b => b.Values.Property == pointer) ? null : BindOne(action, property, pointer, node, own);
            Diagnostic[] errors = [.. findings.ToSorted().Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error)];
            if (errors.Length == 0)
            {
                if (values is not null)
                {
                    bound.Add((values, node));
                }
            }
            else if (context.IsLenient)
            {
                // Nobody here can correct such a document, and a property without choices is better than no connector.
                context.Report(ActionDiagnostics.UnusableValues, node, string.Join(".", property), errors[0].Message);
            }
            else
            {
                foreach (Diagnostic error in errors)
                {
                    context.Diagnostics.Report(error.Descriptor, error.Location, [.. error.Arguments]);
                }
            }
        }

        return action with { Values = ValuesCircles.Without(context, bound) };
    }

    private InputValuesModel? BindOne(ActionModel action, string[] property, string pointer, SyntaxNode node, BindingContext own)
    {
        if (own.ReadMapping(node, "'values'") is not { } reader)
        {
            return null;
        }

        ScalarNode? asked = reader.RequireScalar("action");
        SyntaxNode? parameters = reader.Take("parameters");
        ScalarNode? items = reader.TakeScalar("items");
        ScalarNode? value = reader.TakeScalar("value");
        ScalarNode? label = reader.TakeScalar("label");
        ScalarNode? search = reader.TakeScalar("search");
        ScalarNode? schema = reader.TakeScalar("schema");
        reader.Done();
        if (asked is null || _sources.Find(asked, own) is not { } source)
        {
            return null;
        }

        if (source.Effect != ActionEffect.Read)
        {
            Report(own, asked, $"asks the action '{source.Id}', which does more than read; nobody expects that of a list to choose from");
        }

        if (schema is not null && (items ?? value ?? label ?? search) is { } unused)
        {
            Report(own, unused, "has a 'schema', beside which 'items', 'value', 'label' and 'search' mean nothing");
        }

        EquatableArray<InputParameterModel> given = new ValuesParameters(context, _expressions).Bind(action, source, parameters, search, asked, own);
        if (schema is not null)
        {
            return new InputValuesModel
            {
                Property = pointer,
                Action = source.Id,
                Parameters = given,
                Schema = _expressions.Bind(schema, "output", source.Output.Type, RuntimeMembers.Output, own).Value,
            };
        }

        (TypedExpression? list, TypeModel item) = BindItems(source, items, asked, own);
        (TypedExpression Value, TypeModel Type)? chosen = value is null ? null : _expressions.Bind(value, "item", item, RuntimeMembers.Item, own);
        CheckValue(PropertyType(action, property), chosen?.Type ?? item, value ?? asked, own);
        return new InputValuesModel
        {
            Property = pointer,
            Action = source.Id,
            Parameters = given,
            Items = list,
            Value = chosen?.Value,
            Label = label is null ? null : _expressions.Bind(label, "item", item, RuntimeMembers.Item, own).Value,
            Search = search is null ? null : JsonText.Plain(search),
        };
    }

    private (TypedExpression? List, TypeModel Item) BindItems(ActionModel source, ScalarNode? items, ScalarNode asked, BindingContext own)
    {
        TypeModel? list = items is null ? source.Pagination?.Items?.Type ?? source.Output.Type : null;
        TypedExpression? value = null;
        if (items is not null)
        {
            (value, list) = _expressions.Bind(items, "output", source.Output.Type, RuntimeMembers.Output, own);
        }

        switch (list)
        {
            case ListTypeModel known:
                return (value, known.Items);
            case AnyTypeModel:
                return (value, list);
            case { } other when items is not null:
                own.Report(ActionDiagnostics.TypeMismatch, items, "'items'", "a list", TypeText.Of(other));
                break;
            default:
                Report(own, asked, $"says nowhere where the choices stand: the output of '{source.Id}' is no list, so name one by 'items', such as ${{output.results}}");
                break;
        }

        return (value, new AnyTypeModel());
    }

    private void CheckValue(TypeModel? wanted, TypeModel given, ScalarNode at, BindingContext own)
    {
        wanted = wanted is ListTypeModel many ? many.Items : wanted;

        // Documents of others call the same id a number here and a text there.
        if (wanted is null or NamedTypeModel { Kind: NamedTypeKind.Enum } || context.IsLenient || Assignability.Fits(given.AsNonNull(), wanted.AsNonNull()))
        {
            return;
        }

        own.Report(ActionDiagnostics.TypeMismatch, at, "The property", TypeText.Of(wanted), TypeText.Of(given));
    }

    private TypeModel? PropertyType(ActionModel action, string[] way)
    {
        TypeModel? type = action.Input;
        foreach (string name in way)
        {
            type = type is NamedTypeModel named && context.Types.Find(named.Name) is RecordModel record
                ? record.Properties.FirstOrDefault(p => p.JsonName == name)?.Type.AsNonNull()
                : null;
        }

        return type;
    }

    private static void Report(BindingContext own, SyntaxNode at, string problem) => own.Report(ActionDiagnostics.InvalidValues, at, problem);
}
