using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds <c>query</c>, <c>headers</c> and <c>cookies</c>: a value, or <c>{ value, style, explode, allowReserved }</c>.</summary>
internal sealed class ParameterBinder(ExpressionScope scope, BindingContext context)
{
    /// <summary>The styles by their names.</summary>
    public static readonly (string Word, ParameterStyle Value)[] Styles =
    [
        ("form", ParameterStyle.Form), ("spaceDelimited", ParameterStyle.SpaceDelimited), ("pipeDelimited", ParameterStyle.PipeDelimited),
        ("deepObject", ParameterStyle.DeepObject),
    ];

    public IEnumerable<ParameterModel> Bind(SyntaxNode? node, ParameterLocation location)
    {
        foreach (MappingEntry entry in context.ReadEntries(node, Key(location)))
        {
            string name = JsonText.Plain(entry.Key);
            if (location != ParameterLocation.Query && HeaderName.Problem(name) is { } problem)
            {
                context.Report(ActionDiagnostics.InvalidHeader, entry.Key, name, problem);
            }
            else if (entry.Value is MappingNode && context.ReadMapping(entry.Value, $"the parameter '{name}'") is { } reader)
            {
                if (BindLong(name, location, reader) is { } parameter)
                {
                    yield return parameter;
                }
            }
            else if (BindValue(entry.Value, location) is { } value)
            {
                yield return new ParameterModel(location, name, value) { Explode = location == ParameterLocation.Query };
            }
        }
    }

    private ParameterModel? BindLong(string name, ParameterLocation location, MappingReader reader)
    {
        SyntaxNode? node = reader.Require("value");
        ParameterStyle style = reader.TakeChoice("style", ParameterStyle.Form, Styles);
        bool explode = reader.TakeBoolean("explode", otherwise: location == ParameterLocation.Query && style is ParameterStyle.Form or ParameterStyle.DeepObject);
        bool allowReserved = reader.TakeBoolean("allowReserved");
        reader.Done();
        return node is not null && BindValue(node, location) is { } value
            ? new ParameterModel(location, name, value) { Style = style, Explode = explode, AllowReserved = allowReserved }
            : null;
    }

    private TypedExpression? BindValue(SyntaxNode node, ParameterLocation location)
    {
        if (node is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            context.Report(StructureDiagnostics.WrongType, node, $"A value in {Key(location)}", "text or an expression", NodeKind.Describe(node));
            return null;
        }

        TypedExpression value = ScalarBinder.Bind(scalar, scope, context.Diagnostics);
        if (value is ErrorExpression || !JsonForm.IsStructured(value.Type))
        {
            return Coercion.ToText(value, scalar, context.Diagnostics, allowNull: true);
        }

        return location switch
        {
            ParameterLocation.Query => value,
            ParameterLocation.Header => Coercion.ToAny(value),
            _ => new CallExpression(new RuntimeMethod(RuntimeNames.JsonFunctions, "TextOrNull"), [Coercion.ToAny(value)], new StringTypeModel { IsNullable = true }, value.IsSecret),
        };
    }

    private static string Key(ParameterLocation location) => location switch
    {
        ParameterLocation.Query => "'query'",
        ParameterLocation.Header => "'headers'",
        _ => "'cookies'",
    };
}
