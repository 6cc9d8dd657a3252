using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds the one body of a request: <c>json</c>, <c>form</c>, <c>multipart</c>, <c>text</c> or <c>bytes</c>.</summary>
internal sealed class BodyBinder(ExpressionScope scope, BindingContext context)
{
    private const string JsonMediaType = "application/json";
    private const string TextMediaType = "text/plain; charset=utf-8";
    private const string BytesMediaType = "application/octet-stream";

    private static readonly string[] Kinds = ["json", "form", "multipart", "text", "bytes"];
    private static readonly string[] LaterKinds = ["xml", "stream"];

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
            context.Report(ActionDiagnostics.SeveralBodies, reader.Node.FindKey(present[1])!, present[0], present[1]);
        }

        SyntaxNode? json = reader.Take("json");
        SyntaxNode? form = reader.Take("form");
        SyntaxNode? multipart = reader.Take("multipart");
        SyntaxNode? text = reader.Take("text");
        SyntaxNode? bytes = reader.Take("bytes");
        SyntaxNode? encoding = reader.Take("encoding");
        ScalarNode? mediaType = reader.TakeScalar("mediaType");
        string? kind = present.FirstOrDefault();
        if (encoding is not null && kind is not ("form" or "multipart"))
        {
            context.Report(ActionDiagnostics.NoEffect, encoding, "encoding", "it says how the fields of 'form' and 'multipart' are written");
        }

        if (mediaType is not null && kind is ("form" or "multipart"))
        {
            context.Report(ActionDiagnostics.NoEffect, mediaType, "mediaType", "a form and a multipart body have always their own");
        }

        return kind switch
        {
            "json" => new JsonBody(new TemplateBinder(scope, context).Bind(json!, omitNull: true), mediaType is null ? null : MediaType(mediaType, JsonMediaType)),
            "form" => new FormBody(new FieldBinder(scope, context, hasParts: false).Bind(form!, encoding, "'form'")),
            "multipart" => new MultipartBody(new FieldBinder(scope, context, hasParts: true).Bind(multipart!, encoding, "'multipart'")),
            "text" when Scalar(text!) is { } value => new TextBody(Slot.Text(value, scope, context, allowNull: true), MediaType(mediaType, TextMediaType)),
            "bytes" when Scalar(bytes!) is { } value => new BytesBody(Slot.Bytes(value, scope, context, allowNull: true), MediaType(mediaType, BytesMediaType)),
            _ => null,
        };
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
