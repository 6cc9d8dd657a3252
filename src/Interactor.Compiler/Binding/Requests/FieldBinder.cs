using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds the fields of <c>form</c> and the parts of <c>multipart</c>: a mapping, or one expression whose members they are.</summary>
/// <param name="hasParts">Bytes are files, and each part may have a media type.</param>
internal sealed class FieldBinder(ExpressionScope scope, BindingContext context, bool hasParts)
{
    private const int OwnVariable = -2;

    private static readonly TypeModel TextList = new ListTypeModel(new StringTypeModel());

    public EquatableArray<FieldModel> Bind(SyntaxNode node, SyntaxNode? encodingNode, string what)
    {
        FieldEncodings encodings = new(encodingNode, context);
        IEnumerable<FieldModel> fields = node is ScalarNode { Kind: not ScalarKind.Null } whole ? OfValue(whole) : OfMapping(node, what);
        EquatableArray<FieldModel> bound = fields.Select(encodings.Apply).Select(f => hasParts ? f : AsField(f)).ToEquatableArray();
        encodings.ReportUnused(bound.Any(f => f.Name is null) ? null : bound.Select(f => f.Name!));
        return bound;
    }

    // A field of a form has no media type of its own: one of JSON says that its text is JSON.
    private static FieldModel AsField(FieldModel field) => field with
    {
        ContentType = null,
        Value = field.ContentType is { } type && field.Value is not ErrorExpression && MediaType.KindOf(type) == ResponseBodyKind.Json
            ? new CallExpression(new RuntimeMethod(RuntimeNames.JsonFunctions, "TextOrNull"), [Coercion.ToAny(field.Value)], new StringTypeModel { IsNullable = true }, field.Value.IsSecret)
            : field.Value,
    };

    private IEnumerable<FieldModel> OfMapping(SyntaxNode node, string what)
    {
        foreach (MappingEntry entry in context.ReadEntries(node, what))
        {
            if (entry.Value is ScalarNode { Kind: not ScalarKind.Null } scalar)
            {
                yield return Field(JsonText.Plain(entry.Key), ScalarBinder.Bind(scalar, scope, context.Diagnostics), scalar);
            }
            else
            {
                context.Report(StructureDiagnostics.WrongType, entry.Value, "This part of the body", "text or an expression", NodeKind.Describe(entry.Value));
            }
        }
    }

    private IEnumerable<FieldModel> OfValue(ScalarNode scalar)
    {
        TypedExpression value = ScalarBinder.Bind(scalar, scope, context.Diagnostics);
        switch (value.Type)
        {
            case var _ when value is ErrorExpression:
                return [];
            case NamedTypeModel { Kind: NamedTypeKind.Record } type when context.Types.Find(type.Name) is RecordModel record:
                return OfRecord(value, record, scalar);
            case MapTypeModel or NamedTypeModel { Kind: NamedTypeKind.Union or NamedTypeKind.Base or NamedTypeKind.Record } or AnyTypeModel:
                return [new FieldModel(null, Coercion.ToAny(value))];
            default:
                context.Report(ActionDiagnostics.TypeMismatch, scalar, "The body", "an object", TypeText.Of(value.Type));
                return [];
        }
    }

    private IEnumerable<FieldModel> OfRecord(TypedExpression value, RecordModel record, ScalarNode at)
    {
        foreach (PropertyModel property in record.Properties)
        {
            string suffix = "." + CSharpIdentifier.Escape(property.CSharpName) + (property.IsTriState ? ".ValueOrDefault" : "");
            yield return Field(property.JsonName, Member(value, suffix, property.ReadType), at);
        }

        if (record.AdditionalProperties is { } others)
        {
            TypeModel type = new MapTypeModel(others.Values) { IsNullable = true };
            yield return new FieldModel(null, Coercion.ToAny(Member(value, "." + CSharpIdentifier.Escape(others.CSharpName), type)));
        }
    }

    private static TypedExpression Member(TypedExpression value, string suffix, TypeModel type)
    {
        if (!value.Type.IsNullable)
        {
            return new MemberExpression(value, suffix, type, value.IsSecret);
        }

        VariableExpression variable = new(OwnVariable, value.Type.AsNonNull(), value.IsSecret);
        return new NullConditionalExpression(value, OwnVariable, new MemberExpression(variable, suffix, type, value.IsSecret));
    }

    private FieldModel Field(string name, TypedExpression value, ScalarNode at) => new(name, value.Type.AsNonNull() switch
    {
        var type when type == TextList => value,
        BytesTypeModel or ListTypeModel { Items: BytesTypeModel { IsNullable: false } } when hasParts => value,
        BytesTypeModel or AnyTypeModel or ListTypeModel or MapTypeModel or NamedTypeModel { Kind: not (NamedTypeKind.Enum or NamedTypeKind.IntegerEnum) }
            when !JsonForm.IsMissing(value.Type) => Coercion.ToAny(value),
        NamedTypeModel { Kind: NamedTypeKind.IntegerEnum } => Coercion.ToAny(value),
        _ => Coercion.ToText(value, at, context.Diagnostics, allowNull: true),
    });
}
