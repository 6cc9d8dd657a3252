using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
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
                ? $"{Request}.PathSegment({ExpressionEmitter.Emit(value.Value)});"
                : $"{Request}.PathLiteral({CSharpLiteral.String(((PathLiteral)part).Text)});");
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
                return $"{Request}.Header({name}, {ExpressionEmitter.Emit(parameter.Value)});";
            case ParameterLocation.Cookie:
                return $"{Request}.Cookie({name}, {ExpressionEmitter.Emit(parameter.Value)});";
            default:
                string style = $"{RuntimeNames.QueryStyle}.{parameter.Style}, {CSharpLiteral.Boolean(parameter.Explode)}, {allowReserved}";
                return parameter.Value.Type switch
                {
                    StringTypeModel => $"{Request}.Query({name}, {ExpressionEmitter.Emit(parameter.Value)}, {allowReserved});",
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
                string mediaType = json.MediaType is { } given ? CSharpLiteral.String(given) : "";
                code.Line($"global::System.Text.Json.Utf8JsonWriter json = {Request}.Json({mediaType});");
                new TemplateEmitter(code, "json").Emit(json.Template);
                break;
            case FormBody form:
                foreach (NamedExpression field in form.Fields)
                {
                    code.Line($"{Request}.Form({CSharpLiteral.String(field.Name)}, {ExpressionEmitter.Emit(field.Value)});");
                }

                break;
            case TextBody text:
                code.Line($"{Request}.Text({ExpressionEmitter.Emit(text.Value)}, {CSharpLiteral.String(text.MediaType)});");
                break;
            case BytesBody bytes:
                code.Line($"{Request}.Bytes({ExpressionEmitter.Emit(bytes.Value)}, {CSharpLiteral.String(bytes.MediaType)});");
                break;
        }
    }
}
