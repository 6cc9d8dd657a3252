using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds the one body of a request: <c>json</c>, <c>form</c>, <c>text</c> or <c>bytes</c>.</summary>
internal sealed class BodyBinder(ExpressionScope scope, BindingContext context)
{
    private const string JsonMediaType = "application/json";
    private const string TextMediaType = "text/plain; charset=utf-8";
    private const string BytesMediaType = "application/octet-stream";

    private static readonly string[] Kinds = ["json", "form", "text", "bytes"];
    private static readonly string[] LaterKinds = ["multipart", "xml", "stream"];

    public static bool HasBody(MappingReader reader) => Kinds.Any(reader.Has);

    public BodyModel? Bind(MappingReader reader)
    {
        foreach (string later in LaterKinds)
        {
            reader.NotYet(later, NotYetDiagnostics.ActionFeature);
        }

        string[] present = [.. Kinds.Where(reader.Has)];
        if (present.Length > 1)
        {
            context.Report(ActionDiagnostics.SeveralBodies, reader.Node.FindEntry(present[1])!.Key, present[0], present[1]);
        }

        SyntaxNode? json = reader.Take("json");
        SyntaxNode? form = reader.Take("form");
        SyntaxNode? text = reader.Take("text");
        SyntaxNode? bytes = reader.Take("bytes");
        ScalarNode? mediaType = reader.TakeScalar("mediaType");
        return (present.FirstOrDefault()) switch
        {
            "json" => new JsonBody(new TemplateBinder(scope, context).Bind(json!, omitNull: true), mediaType is null ? null : MediaType(mediaType, JsonMediaType)),
            "form" => BindForm(form!, mediaType),
            "text" when Scalar(text!) is { } value => new TextBody(Slot.Text(value, scope, context), MediaType(mediaType, TextMediaType)),
            "bytes" when Scalar(bytes!) is { } value => new BytesBody(Slot.Bytes(value, scope, context), MediaType(mediaType, BytesMediaType)),
            _ => null,
        };
    }

    private FormBody BindForm(SyntaxNode form, ScalarNode? mediaType)
    {
        if (mediaType is not null)
        {
            context.Report(ActionDiagnostics.NoEffect, mediaType, "mediaType", "a form is always application/x-www-form-urlencoded");
        }

        return new FormBody(BindFields(form));
    }

    private EquatableArray<NamedExpression> BindFields(SyntaxNode form)
    {
        List<NamedExpression> fields = [];
        foreach (MappingEntry entry in context.ReadEntries(form, "'form'"))
        {
            if (Scalar(entry.Value) is { } scalar)
            {
                TypedExpression value = ScalarBinder.Bind(scalar, scope, context.Diagnostics);
                bool isTextList = value.Type is ListTypeModel { Items: StringTypeModel };
                fields.Add(new NamedExpression(
                    JsonText.Plain(entry.Key),
                    isTextList ? value : Coercion.ToText(value, scalar, context.Diagnostics, allowNull: true)));
            }
        }

        return fields.ToEquatableArray();
    }

    private ScalarNode? Scalar(SyntaxNode node)
    {
        if (node is ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            return scalar;
        }

        context.Report(StructureDiagnostics.WrongType, node, "This part of the body", "text or an expression", NodeKind.Describe(node));
        return null;
    }

    private string MediaType(ScalarNode? scalar, string otherwise)
    {
        if (scalar is null)
        {
            return otherwise;
        }

        if (!Requests.MediaType.IsValid(scalar.Text))
        {
            context.Report(ActionDiagnostics.InvalidMediaType, scalar, scalar.Text);
            return otherwise;
        }

        return scalar.Text;
    }
}
