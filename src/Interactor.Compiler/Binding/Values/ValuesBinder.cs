using System.Globalization;
using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Values;

/// <summary>
/// Binds <c>values</c>: which action gives the choices, or the schema, of a property. It is bound when all actions are, because it reads the output of another one.
/// Each expression is checked against the types that it works on, and then bound once more for any value: an input that is being filled in lacks members.
/// </summary>
internal sealed class ValuesBinder(BindingContext context, ValuesFinder finder, IReadOnlyList<ActionModel> actions)
{
    // What an expression of a parameter reads of the input: input.a.b, input?.a, input['a'].
    private static readonly Regex Reading = new(
        """\binput((?:\??\.\w+|\??\[(?:'[^']*'|"[^"]*")\])+)""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Regex Step = new("""\.(\w+)|\['([^']*)'\]|\["([^"]*)"\]""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

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
            string pointer = Pointer(property);
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

        return action with { Values = WithoutCircles(bound) };
    }

    private static string Pointer(IEnumerable<string> way) => string.Concat(way.Select(name => "/" + name.Replace("~", "~0").Replace("/", "~1")));

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
        if (asked is null)
        {
            return null;
        }

        if (actions.FirstOrDefault(a => a.Id == asked.Text && a.IsNewest) is not { } source)
        {
            own.Report(StructureDiagnostics.UnknownName, asked, "action", asked.Text, Nearest.Hint(asked.Text, actions.Select(a => a.Id)));
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

        EquatableArray<InputParameterModel> given = BindParameters(action, source, parameters, search, asked, own);
        if (schema is not null)
        {
            return new InputValuesModel
            {
                Property = pointer,
                Action = source.Id,
                Parameters = given,
                Schema = Any(schema, "output", source.Output.Type, RuntimeMembers.Output, own).Value,
            };
        }

        (TypedExpression? list, TypeModel item) = BindItems(source, items, asked, own);
        (TypedExpression Value, TypeModel Type)? chosen = value is null ? null : Any(value, "item", item, RuntimeMembers.Item, own);
        CheckValue(PropertyType(action, property), chosen?.Type ?? item, value ?? asked, own);
        return new InputValuesModel
        {
            Property = pointer,
            Action = source.Id,
            Parameters = given,
            Items = list,
            Value = chosen?.Value,
            Label = label is null ? null : Any(label, "item", item, RuntimeMembers.Item, own).Value,
            Search = search is null ? null : JsonText.Plain(search),
        };
    }

    private EquatableArray<InputParameterModel> BindParameters(ActionModel action, ActionModel source, SyntaxNode? node, ScalarNode? search, ScalarNode asked, BindingContext own)
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

            (TypedExpression value, TypeModel type) = Any(scalar, "input", action.Input, RuntimeMembers.Input, own);
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
            Report(own, node ?? asked, $"lacks the parameter '{missing.JsonName}', which the action '{source.Id}' requires");
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

    private (TypedExpression? List, TypeModel Item) BindItems(ActionModel source, ScalarNode? items, ScalarNode asked, BindingContext own)
    {
        TypeModel? list = items is null ? source.Pagination?.Items?.Type ?? source.Output.Type : null;
        TypedExpression? value = null;
        if (items is not null)
        {
            (value, list) = Any(items, "output", source.Output.Type, RuntimeMembers.Output, own);
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

    // What may be null where the types are known is left out where it is missing.
    private (TypedExpression Value, TypeModel Type) Any(ScalarNode scalar, string root, TypeModel type, string csharp, BindingContext own)
    {
        DiagnosticBag typed = new();
        TypedExpression known = ScalarBinder.Bind(scalar, Scope(root, type, csharp), typed);
        foreach (Diagnostic finding in typed.ToSorted().Where(d => d.Descriptor.Id != ExpressionDiagnostics.MayBeNull.Id))
        {
            own.Diagnostics.Report(finding.Descriptor, finding.Location, [.. finding.Arguments]);
        }

        TypedExpression any = ScalarBinder.Bind(scalar, Scope(root, new AnyTypeModel(), csharp), own.Diagnostics.HasErrors ? new DiagnosticBag() : own.Diagnostics);
        return (Coercion.ToAny(any), known is ErrorExpression ? new AnyTypeModel() : known.Type);
    }

    private ExpressionScope Scope(string root, TypeModel type, string csharp) => new([new ExpressionRoot(root, type, csharp)], context.Types);

    private EquatableArray<InputValuesModel> WithoutCircles(List<(InputValuesModel Values, SyntaxNode Node)> bound)
    {
        Dictionary<string, string[]> reads = bound.ToDictionary(b => b.Values.Property, b => Reads(b.Node), StringComparer.Ordinal);
        List<InputValuesModel> free = [];
        foreach ((InputValuesModel values, SyntaxNode node) in bound)
        {
            if (FirstOnCircle(values.Property, reads) is not { } other)
            {
                free.Add(values);
            }
            else if (context.IsLenient)
            {
                context.Report(ActionDiagnostics.UnusableValues, node, values.Property, $"they need the value of '{other}', whose choices need theirs.");
            }
            else
            {
                context.Report(ActionDiagnostics.CircularValues, node, values.Property, other);
            }
        }

        return free.ToEquatableArray();
    }

    private static string[] Reads(SyntaxNode values) =>
    [
        .. ((values as MappingNode)?.Find("parameters") as MappingNode)?.Entries.Select(e => e.Value).OfType<ScalarNode>().Where(ScalarBinder.HasExpression)
            .SelectMany(scalar => Reading.Matches(scalar.Text).Cast<Match>())
            .Select(match => Pointer(Step.Matches(match.Value).Cast<Match>().Select(step => step.Groups[1].Value + step.Groups[2].Value + step.Groups[3].Value))) ?? [],
    ];

    // The first property that these choices need and that leads back to them.
    private static string? FirstOnCircle(string property, Dictionary<string, string[]> reads) =>
        Needed(property, reads).FirstOrDefault(next => LeadsTo(next, property, reads, []));

    private static bool LeadsTo(string from, string to, Dictionary<string, string[]> reads, HashSet<string> seen) =>
        from == to || (seen.Add(from) && Needed(from, reads).Any(next => LeadsTo(next, to, reads, seen)));

    // What is read may be a property with choices, or hold one; a property around it has a value in any case.
    private static IEnumerable<string> Needed(string property, Dictionary<string, string[]> reads) =>
        reads.Keys.Where(other => reads[property].Any(read => read == other || other.StartsWith(read + "/", StringComparison.Ordinal)));

    private static void Report(BindingContext own, SyntaxNode at, string problem) => own.Report(ActionDiagnostics.InvalidValues, at, problem);
}
