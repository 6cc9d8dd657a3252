using Interactor.Compiler.Binding.Xml;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds the one body of a request: <c>json</c>, <c>xml</c>, <c>form</c>, <c>multipart</c>, <c>text</c>, <c>bytes</c> or <c>stream</c>.</summary>
internal sealed class BodyBinder(ExpressionScope scope, BindingContext context)
{
    private const string JsonMediaType = "application/json";
    private const string TextMediaType = "text/plain; charset=utf-8";
    private const string BytesMediaType = "application/octet-stream";

    private const string XmlMediaType = "application/xml; charset=utf-8";

    private static readonly string[] Kinds = ["json", "xml", "form", "multipart", "text", "bytes", "stream"];

    public static bool HasBody(MappingReader reader) => Kinds.Any(reader.Has);

    public BodyModel? Bind(MappingReader reader)
    {
        string[] present = [.. Kinds.Where(reader.Has)];
        if (present.Length > 1)
        {
            context.Report(ActionDiagnostics.SeveralBodies, reader.Node.FindKey(present[1])!, present[0], present[1]);
        }

        SyntaxNode? json = reader.Take("json");
        SyntaxNode? xml = reader.Take("xml");
        SyntaxNode? schema = reader.Take("schema");
        SyntaxNode? form = reader.Take("form");
        SyntaxNode? multipart = reader.Take("multipart");
        SyntaxNode? text = reader.Take("text");
        SyntaxNode? bytes = reader.Take("bytes");
        SyntaxNode? stream = reader.Take("stream");
        SyntaxNode? encoding = reader.Take("encoding");
        ScalarNode? mediaType = reader.TakeScalar("mediaType");
        string? kind = present.FirstOrDefault();
        if (encoding is not null && kind is not ("form" or "multipart"))
        {
            context.Report(ActionDiagnostics.NoEffect, encoding, "encoding", "it says how the fields of 'form' and 'multipart' are written");
        }

        if (schema is not null && kind != "xml")
        {
            context.Report(ActionDiagnostics.NoEffect, schema, "schema", "it says which elements and attributes are made of 'xml'");
        }

        if (mediaType is not null && kind is ("form" or "multipart"))
        {
            context.Report(ActionDiagnostics.NoEffect, mediaType, "mediaType", "a form and a multipart body have always their own");
        }

        return kind switch
        {
            "json" => new JsonBody(new TemplateBinder(scope, context).Bind(json!, omitNull: true), mediaType is null ? null : MediaType(mediaType, JsonMediaType)),
            "xml" => new XmlBodyBinder(scope, context).Bind(xml!, schema, mediaType is null ? null : MediaType(mediaType, XmlMediaType)),
            "form" => new FormBody(new FieldBinder(scope, context, hasParts: false).Bind(form!, encoding, "'form'")),
            "multipart" => new MultipartBody(new FieldBinder(scope, context, hasParts: true).Bind(multipart!, encoding, "'multipart'")),
            "text" when Scalar(text!) is { } value => new TextBody(Slot.Text(value, scope, context, allowNull: true), MediaType(mediaType, TextMediaType)),
            "bytes" when Scalar(bytes!) is { } value => Bytes(value, mediaType),
            "stream" when Scalar(stream!) is { } value => Stream(value, mediaType),
            _ => null,
        };
    }

    // Content may say its own media type, and stays what it is.
    private BodyModel Bytes(ScalarNode scalar, ScalarNode? mediaType)
    {
        TypedExpression value = ScalarBinder.Bind(scalar, scope, context.Diagnostics);
        return value.Type is BytesTypeModel { IsContent: true }
            ? Content(value, mediaType)
            : new BytesBody(Coercion.ToBytes(value, scalar, context.Diagnostics, allowNull: true), MediaType(mediaType, BytesMediaType));
    }

    private ContentBody Stream(ScalarNode scalar, ScalarNode? mediaType)
    {
        TypedExpression value = ScalarBinder.Bind(scalar, scope, context.Diagnostics);
        if (value is not ErrorExpression && value.Type is not BytesTypeModel { IsContent: true })
        {
            context.Report(ActionDiagnostics.TypeMismatch, scalar, "A body that is a stream", "a value whose schema says 'format: binary'", TypeText.Of(value.Type));
            value = ErrorExpression.Instance;
        }

        return Content(value, mediaType);
    }

    private ContentBody Content(TypedExpression value, ScalarNode? mediaType) => new(value, mediaType is null ? null : MediaType(mediaType, BytesMediaType));

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
