using Interactor.Compiler.Emit.Connectors;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes the statements that build a request.</summary>
internal static class RequestEmitter
{
    private const string Request = RuntimeMembers.Request;

    public static void Emit(CodeWriter code, RequestModel request)
    {
        if (request.Url is { } url)
        {
            code.Line($"{Request}.Url({ExpressionEmitter.Emit(url)});");
        }

        foreach (PathPart part in request.Path)
        {
            code.Line(part is PathValue value
                ? $"{Request}.Segment({ExpressionEmitter.Emit(value.Value)});"
                : $"{Request}.Path({CSharpLiteral.String(((PathLiteral)part).Text)});");
        }

        foreach (ParameterModel parameter in request.Parameters)
        {
            code.Line(Parameter(parameter));
        }

        if (request.Body is { } body)
        {
            EmitBody(code, body);
        }
    }

    /// <summary>The statement that adds one parameter.</summary>
    public static string Parameter(ParameterModel parameter)
    {
        string name = CSharpLiteral.String(parameter.Name);
        string allowReserved = CSharpLiteral.Boolean(parameter.AllowReserved);
        switch (parameter.Location)
        {
            case ParameterLocation.Header:
                string explode = parameter.Value.Type is AnyTypeModel ? ", " + CSharpLiteral.Boolean(parameter.Explode) : "";
                return $"{Request}.Header({name}, {ExpressionEmitter.Emit(parameter.Value)}{explode});";
            case ParameterLocation.Cookie:
                return $"{Request}.Cookie({name}, {ExpressionEmitter.Emit(parameter.Value)});";
            default:
                string style = $"{RuntimeNames.QueryStyle}.{parameter.Style}, {CSharpLiteral.Boolean(parameter.Explode)}, {allowReserved}";
                return parameter.Value.Type switch
                {
                    StringTypeModel => $"{Request}.Query({name}, {ExpressionEmitter.Emit(parameter.Value)}{(parameter.AllowReserved ? ", true" : "")});",
                    ListTypeModel { Items: StringTypeModel } => $"{Request}.Query({name}, {ExpressionEmitter.Emit(parameter.Value)}, {style});",
                    _ => $"{Request}.Query({name}, {ExpressionEmitter.Emit(Coercion.ToAny(parameter.Value))}, {style});",
                };
        }
    }

    private static void EmitBody(CodeWriter code, BodyModel body)
    {
        switch (body)
        {
            case JsonBody json:
                EmitJson(code, json.Template, "Json", json.MediaType);
                break;
            case XmlBody xml:
                EmitJson(code, xml.Template, "Xml", xml.MediaType, XmlShapesEmitter.Shape(xml.Shape));
                break;
            case FormBody form:
                foreach (FieldModel field in form.Fields)
                {
                    code.Line(FormCode.Field(field) + ";");
                }

                break;
            case MultipartBody multipart:
                foreach (FieldModel part in multipart.Fields)
                {
                    code.Line(FormCode.Part(part) + ";");
                }

                break;
            case TextBody text:
                code.Line($"{Request}.Text({ExpressionEmitter.Emit(text.Value)}, {CSharpLiteral.String(text.MediaType)});");
                break;
            case ContentBody content:
                string mediaType = content.MediaType is { } given ? ", " + CSharpLiteral.String(given) : "";
                code.Line($"{Request}.Content({ExpressionEmitter.Emit(content.Value)}{mediaType});");
                break;
            case BytesBody bytes:
                code.Line($"{Request}.Bytes({ExpressionEmitter.Emit(bytes.Value)}, {CSharpLiteral.String(bytes.MediaType)});");
                break;
        }
    }

    // A whole body that is null is none.
    private static void EmitJson(CodeWriter code, TemplateModel template, string method, string? mediaType, string? shape = null)
    {
        string[] arguments = [.. new[] { shape, mediaType is null ? null : CSharpLiteral.String(mediaType) }.OfType<string>()];
        if (template is ExpressionTemplate { Value: { Type: NamedTypeModel { IsNullable: true } named } whole } && !CSharpType.IsValueType(named))
        {
            string[] all = [ExpressionEmitter.Emit(whole), JsonCode.WriteDelegate(named.AsNonNull()), .. arguments];
            code.Line($"{Request}.{method}({string.Join(", ", all)});");
            return;
        }

        string begin = $"jW json = {Request}.{method}({string.Join(", ", arguments)});";
        if (template is ExpressionTemplate { Value: { Type: { IsNullable: true } type } value })
        {
            code.Open($"if ({ExpressionEmitter.Emit(value)} is {{ }} body)");
            code.Line(begin);
            code.Line(JsonCode.WriteCall(type.AsNonNull(), "json", "body") + ";");
            code.Close();
            return;
        }

        code.Line(begin);
        new TemplateEmitter(code, "json").Emit(template);
    }
}
