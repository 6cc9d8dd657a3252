using System.Globalization;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Binds <c>map</c> and holds it against the type of the output, so that a wrong member is a build error.</summary>
internal sealed class OutputBinder(BindingContext context)
{
    public TemplateModel Bind(SyntaxNode map, ExpressionScope scope, TypeModel output, bool reveal)
    {
        TemplateModel template = new TemplateBinder(scope, context).Bind(map, omitNull: false);
        if (ExpressionSearch.FirstSecret(template) is { } secret)
        {
            Slot.Public(secret, map, context, "the output", reveal);
        }

        return Fit(template, map, output);
    }

    private TemplateModel Fit(TemplateModel template, SyntaxNode node, TypeModel wanted)
    {
        switch (template, wanted)
        {
            case (_, AnyTypeModel):
                return template;
            case (ExpressionTemplate expression, _):
                CheckExpression(expression.Value, node, wanted);
                return template;
            case (_, NamedTypeModel { Kind: NamedTypeKind.Record } record) when node is MappingNode mapping:
                return FitRecord(template, mapping, (RecordModel)context.Types.Find(record.Name)!);
            case (ArrayTemplate array, ListTypeModel list) when node is SequenceNode sequence:
                return new ArrayTemplate(array.Items.Select((item, i) => Fit(item, sequence.Items[i], list.Items)).ToEquatableArray());
            case (ObjectTemplate map, MapTypeModel values) when node is MappingNode mapping:
                return new ObjectTemplate(map.Entries.Select((e, i) => e with { Value = Fit(e.Value, mapping.Entries[i].Value, values.Values) }).ToEquatableArray());
            case (LiteralTemplate, ListTypeModel list) when node is SequenceNode sequence:
                return new ArrayTemplate(sequence.Items.Select(item => Fit(Literal(item), item, list.Items)).ToEquatableArray());
            case (LiteralTemplate, MapTypeModel values) when node is MappingNode mapping:
                return new ObjectTemplate(mapping.Entries
                    .Select(e => new TemplateEntry(JsonText.Plain(e.Key), Fit(Literal(e.Value), e.Value, values.Values), OmitNull: false))
                    .ToEquatableArray());
            case (LiteralTemplate, _) when Literals.Fits(node, wanted):
                return template;
            default:
                context.Report(ActionDiagnostics.TypeMismatch, node, "The output", TypeText.Of(wanted), NodeKind.Describe(node));
                return template;
        }
    }

    private TemplateModel FitRecord(TemplateModel template, MappingNode mapping, RecordModel record)
    {
        List<TemplateEntry> entries = [];
        for (int i = 0; i < mapping.Entries.Count; i++)
        {
            MappingEntry entry = mapping.Entries[i];
            string name = JsonText.Plain(entry.Key);
            TemplateModel value = template is ObjectTemplate map ? map.Entries[i].Value : Literal(entry.Value);
            if (record.Properties.FirstOrDefault(p => p.JsonName == name) is { } property)
            {
                // Null stands for a member that the schema allows to be absent but not to be null.
                bool omitNull = !property.IsRequired && !property.Type.IsNullable && property.Type is not AnyTypeModel;
                if (omitNull && entry.Value is ScalarNode { Kind: ScalarKind.Null })
                {
                    continue;
                }

                entries.Add(new TemplateEntry(name, Fit(value, entry.Value, omitNull ? property.ReadType : property.Type), omitNull));
            }
            else
            {
                if (record.AdditionalProperties is not { Values: not AnyTypeModel })
                {
                    context.Report(
                        ActionDiagnostics.UnknownMember,
                        entry.Key,
                        "The output",
                        name,
                        Nearest.Hint(name, record.Properties.Select(p => p.JsonName)));
                }

                entries.Add(new TemplateEntry(name, value, OmitNull: false));
            }
        }

        // What can have one value only is written without being asked for.
        PropertyModel[] constants = [.. record.Properties.Where(p => p.Constant is not null && mapping.Find(p.JsonName) is null)];
        entries.AddRange(constants.Select(p => new TemplateEntry(p.JsonName, new LiteralTemplate(JsonOf(p.Constant!)), OmitNull: false)));
        foreach (PropertyModel property in record.Properties.Except(constants).Where(p => p.IsRequired && mapping.Entries.All(e => JsonText.Plain(e.Key) != p.JsonName)))
        {
            context.Report(ActionDiagnostics.MissingMember, mapping, "The output", property.JsonName);
        }

        return new ObjectTemplate(entries.ToEquatableArray());
    }

    private static string JsonOf(ConstantModel constant) => constant switch
    {
        TextConstant text => JsonText.OfString(text.Value),
        IntegerConstant integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        BooleanConstant boolean => boolean.Value ? "true" : "false",
        _ => throw new InvalidOperationException("The hierarchy of constants is closed."),
    };

    private static LiteralTemplate Literal(SyntaxNode node) => new(JsonText.Of(node));

    private void CheckExpression(TypedExpression value, SyntaxNode node, TypeModel wanted)
    {
        if (value is not ErrorExpression && !Assignability.Fits(value.Type, wanted))
        {
            context.Report(ActionDiagnostics.TypeMismatch, node, "The output", TypeText.Of(wanted), TypeText.Of(value.Type));
        }
    }
}
