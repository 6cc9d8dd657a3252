using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>An HTTP request as a template.</summary>
public sealed record RequestModel
{
    public required string Method { get; init; }

    /// <summary>The server's name; null when <see cref="Url"/> is absolute.</summary>
    public string? Server { get; init; }

    /// <summary>An absolute URL in place of server and path.</summary>
    public TypedExpression? Url { get; init; }

    public EquatableArray<PathPart> Path { get; init; }

    /// <summary>Query, header and cookie parameters in the order of the definition.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    public BodyModel? Body { get; init; }

    /// <summary>The scripts that are called before each attempt.</summary>
    public EquatableArray<ScriptCallModel> Calls { get; init; }
}

/// <summary>A piece of a path.</summary>
public abstract record PathPart;

/// <summary>Text of the definition, percent-encoded already.</summary>
public sealed record PathLiteral(string Text) : PathPart;

/// <summary>A value, percent-encoded when the request is built: text, a list of texts, or a value of any shape.</summary>
public sealed record PathValue(TypedExpression Value) : PathPart;

/// <summary>A value in the query, a header or a cookie; null leaves it out.</summary>
public sealed record ParameterModel(ParameterLocation Location, string Name, TypedExpression Value)
{
    public ParameterStyle Style { get; init; }

    public bool Explode { get; init; } = true;

    public bool AllowReserved { get; init; }
}

public enum ParameterLocation
{
    Query,
    Header,
    Cookie,
}

/// <summary>How a list or an object stands in a query (OpenAPI 3.1, 4.8.12.3).</summary>
public enum ParameterStyle
{
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

/// <summary>The one body of a request.</summary>
public abstract record BodyModel;

/// <param name="MediaType">Null for <c>application/json</c>.</param>
public sealed record JsonBody(TemplateModel Template, string? MediaType) : BodyModel;

/// <summary>An XML document that is made of a JSON value.</summary>
/// <param name="MediaType">Null for <c>application/xml</c>.</param>
public sealed record XmlBody(TemplateModel Template, XmlShapeModel Shape, string? MediaType) : BodyModel;

/// <summary><c>application/x-www-form-urlencoded</c>.</summary>
public sealed record FormBody(EquatableArray<FieldModel> Fields) : BodyModel;

/// <summary><c>multipart/form-data</c>.</summary>
public sealed record MultipartBody(EquatableArray<FieldModel> Fields) : BodyModel;

/// <summary>A field of a form, or a part of a multipart body; null leaves it out.</summary>
/// <param name="Name">The field's name; null where each member of the value is a field.</param>
public sealed record FieldModel(string? Name, TypedExpression Value)
{
    public ParameterStyle Style { get; init; }

    public bool Explode { get; init; } = true;

    /// <summary>Whether lists and objects are written in another way than that of their body.</summary>
    public bool HasStyle => Style != ParameterStyle.Form || !Explode;

    /// <summary>The media type of the part; null for that of its shape. A style has no use for it (OpenAPI 3.1, Encoding Object).</summary>
    public string? ContentType { get; init; }
}

public sealed record TextBody(TypedExpression Value, string MediaType) : BodyModel;

public sealed record BytesBody(TypedExpression Value, string MediaType) : BodyModel;

/// <summary>Content that need not be in memory.</summary>
/// <param name="MediaType">Null for that of the content.</param>
public sealed record ContentBody(TypedExpression Value, string? MediaType) : BodyModel;
