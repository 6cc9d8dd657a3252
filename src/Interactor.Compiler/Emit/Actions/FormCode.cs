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
            { Value.Type: AnyTypeModel } or { Value.Type: ListTypeModel, HasStyle: true } => $"{RuntimeMembers.Request}.Form({CSharpLiteral.String(field.Name)}, {value}, {Style(field)})",
            _ => $"{RuntimeMembers.Request}.Form({CSharpLiteral.String(field.Name)}, {value})",
        };
    }

    public static string Part(FieldModel part)
    {
        string value = ExpressionEmitter.Emit(part.Value);
        string name = CSharpLiteral.String(part.Name ?? "");
        return part switch
        {
            { Name: null } => $"{RuntimeMembers.Request}.PartMembers({value})",
            { Value.Type: AnyTypeModel or ListTypeModel { Items: not BytesTypeModel }, HasStyle: true } => $"{RuntimeMembers.Request}.Part({name}, {value}, {Style(part)})",
            _ => $"{RuntimeMembers.Request}.{(IsContent(part.Value.Type) ? "File" : "Part")}({name}, {value}{(part.ContentType is { } contentType ? ", " + CSharpLiteral.String(contentType) : "")})",
        };
    }

    private static bool IsContent(TypeModel type) => type is BytesTypeModel { IsContent: true } or ListTypeModel { Items: BytesTypeModel { IsContent: true } };

    private static string Style(FieldModel field) => $"{RuntimeNames.QueryStyle}.{field.Style}, {CSharpLiteral.Boolean(field.Explode)}";
}
