using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Xml;

/// <summary>Binds the body <c>xml</c>: a value as <c>json</c> has it, and the schema by which it is written.</summary>
internal sealed class XmlBodyBinder(ExpressionScope scope, BindingContext context)
{
    /// <summary>Binds the body.</summary>
    /// <param name="value">What stands under <c>xml</c>.</param>
    /// <param name="schema">What stands under <c>schema</c>; null where the member of the input has the schema that the body is.</param>
    /// <param name="mediaType">Null for <c>application/xml</c>.</param>
    public XmlBody? Bind(SyntaxNode value, SyntaxNode? schema, string? mediaType)
    {
        if (context.Xml is not { } shapes)
        {
            context.Report(ActionDiagnostics.InvalidXml, value, "only the requests of actions have schemas that say how XML is written; write 'text' here");
            return null;
        }

        TemplateModel template = new TemplateBinder(scope, context).Bind(value, omitNull: true);
        string? root = null;
        XmlShapeModel? shape = null;
        if (schema is not null)
        {
            shape = shapes.Bind(shapes.Write(schema), otherwise: null, out root);
        }
        else if (template is ExpressionTemplate { Value: { } expression } && InputPath(expression) is { Count: > 0 } path && shapes.OfInput(InputType(), path) is { } found)
        {
            shape = shapes.Bind(found, path[path.Count - 1], out root);
        }

        // A name that is none in XML is an error already.
        bool isNamed = schema is MappingNode named && named.Find("xml") is MappingNode xml && xml.Find("name") is not null;
        if (root is null && !isNamed && template is not ExpressionTemplate { Value: ErrorExpression })
        {
            context.Report(ActionDiagnostics.InvalidXml, schema ?? value, "its root element has no name; give it one by 'schema: { xml: { name: … } }' beside 'xml'");
        }

        return shape is null || root is null ? null : new XmlBody(template, shape, mediaType);
    }

    private string InputType() => scope.FindRoot("input") is { Type: NamedTypeModel type } ? type.Name : "";

    // The JSON names that lead from the input to a value; null for a value that is made otherwise.
    private List<string>? InputPath(TypedExpression expression)
    {
        switch (expression)
        {
            case RootExpression { Name: "input" } or VariableExpression:
                return [];
            case NullConditionalExpression conditional when InputPath(conditional.Target) is { } path && InputPath(conditional.Then) is { } more:
                return [.. path, .. more];
            case MemberExpression { Target.Type: NamedTypeModel type } member when InputPath(member.Target) is { } path:
                string name = member.Suffix.EndsWith(".ValueOrDefault", StringComparison.Ordinal) ? member.Suffix.Substring(0, member.Suffix.LastIndexOf('.')) : member.Suffix;
                return (context.Types.Find(type.Name) as RecordModel)?.Properties.FirstOrDefault(p => "." + CSharpIdentifier.Escape(p.CSharpName) == name) is { } property
                    ? [.. path, property.JsonName]
                    : null;
            default:
                return null;
        }
    }
}
