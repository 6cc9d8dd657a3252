using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>The calls that write the fields of a form and the parts of a multipart body.</summary>
internal static class FormCode
{
    public static string Field(FieldModel field)
    {
        string value = ExpressionEmitter.Emit(field.Value);
        return field switch
        {
            { Name: null } => $"{RuntimeMembers.Request}.FormMembers({value})",
            { Value.Type: AnyTypeModel } =>
                $"{RuntimeMembers.Request}.Form({CSharpLiteral.String(field.Name)}, {value}, {RuntimeNames.QueryStyle}.{field.Style}, {CSharpLiteral.Boolean(field.Explode)})",
            _ => $"{RuntimeMembers.Request}.Form({CSharpLiteral.String(field.Name)}, {value})",
        };
    }

    public static string Part(FieldModel part)
    {
        string value = ExpressionEmitter.Emit(part.Value);
        string contentType = part.ContentType is { } given ? ", " + CSharpLiteral.String(given) : "";
        return part.Name is null
            ? $"{RuntimeMembers.Request}.PartMembers({value})"
            : $"{RuntimeMembers.Request}.Part({CSharpLiteral.String(part.Name)}, {value}{contentType})";
    }
}
