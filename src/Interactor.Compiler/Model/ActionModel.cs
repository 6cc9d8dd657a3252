using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>One major version of an action.</summary>
public sealed record ActionModel
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Name { get; init; }

    public string? Summary { get; init; }

    /// <summary>The class that holds the descriptor: <c>EmailDraftCreateV1</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>The newest major is called by the plain method name.</summary>
    public bool IsNewest { get; init; }

    public int Major { get; init; }

    public required ActionEffect Effect { get; init; }

    public required ActionIdempotency Idempotency { get; init; }

    public string? IdempotencyHeader { get; init; }

    public bool IsDeprecated { get; init; }

    public EquatableArray<string> Methods { get; init; }

    public EquatableArray<string> Scopes { get; init; }

    public required NamedTypeModel Input { get; init; }

    public required ActionInputNeed InputNeed { get; init; }

    public required ContractModel Output { get; init; }

    /// <summary>How long one attempt may take, in milliseconds.</summary>
    public required long TimeoutMilliseconds { get; init; }

    /// <summary>The action's own rules; null uses the connector's.</summary>
    public RetryModel? Retry { get; init; }

    /// <summary>The action's own rules, which come before the connector's.</summary>
    public EquatableArray<ErrorRuleModel> Errors { get; init; }

    public required ActionBody Body { get; init; }

    /// <summary>How the next page is found; null for an action that gives no pages.</summary>
    public PaginationModel? Pagination { get; init; }

    /// <summary>Where choices of its input come from.</summary>
    public EquatableArray<InputValuesModel> Values { get; init; }

    /// <summary>How the end of a job is awaited; null for an action that begins none.</summary>
    public JobModel? Job { get; init; }
}

/// <summary>What a caller has to give.</summary>
public enum ActionInputNeed
{
    /// <summary>The action takes no input.</summary>
    None,

    /// <summary>Every member is optional.</summary>
    Optional,
    Required,
}

public enum ActionEffect
{
    Read,
    Write,
    Destructive,
}

public enum ActionIdempotency
{
    No,
    Yes,
    Key,
}

/// <summary>How an action is carried out.</summary>
public abstract record ActionBody;

/// <summary>One request whose response body is the output.</summary>
public sealed record DirectBody(RequestModel Request, ResponseBodyKind BodyKind) : ActionBody
{
    /// <summary>How a body that is XML is read; null for the generic way.</summary>
    public XmlShapeModel? Xml { get; init; }
}

/// <summary>One request whose response is shaped into the output.</summary>
public sealed record MappedBody(RequestModel Request, ResponseModel Response, TemplateModel Map) : ActionBody
{
    /// <summary>The scripts that <see cref="Map"/> needs.</summary>
    public EquatableArray<ScriptCallModel> MapCalls { get; init; }
}

/// <summary>One request whose answer is handed on while it arrives.</summary>
/// <param name="IsText">Items are text as it stands, and not JSON.</param>
public sealed record StreamBody(RequestModel Request, StreamModel Stream, bool IsText) : ActionBody;

/// <summary>Several requests in order.</summary>
public sealed record StepsBody(EquatableArray<StepModel> Steps, TemplateModel Map) : ActionBody
{
    /// <summary>The scripts that <see cref="Map"/> needs.</summary>
    public EquatableArray<ScriptCallModel> MapCalls { get; init; }
}

/// <summary>A script whose result is the output, and no request.</summary>
public sealed record ScriptBody(ScriptCallModel Call) : ActionBody;

/// <summary>How a response body is read.</summary>
public sealed record ResponseModel(ContractModel Body, ResponseBodyKind Kind, bool KeepRaw)
{
    /// <summary>How a body that is XML is read; null for the generic way.</summary>
    public XmlShapeModel? Xml { get; init; }
}

public enum ResponseBodyKind
{
    Json,
    Text,
    Bytes,
    Xml,
    None,
}

/// <summary>One step of an action.</summary>
public sealed record StepModel
{
    public required string Id { get; init; }

    /// <summary>The property of the frame that holds the response.</summary>
    public required string CSharpName { get; init; }

    public required RequestModel Request { get; init; }

    public required ResponseModel Response { get; init; }

    public TypedExpression? When { get; init; }

    /// <summary>The scripts that <see cref="When"/> needs.</summary>
    public EquatableArray<ScriptCallModel> WhenCalls { get; init; }

    /// <summary>The list to repeat the request for.</summary>
    public TypedExpression? ForEach { get; init; }

    /// <summary>The scripts that <see cref="ForEach"/> needs.</summary>
    public EquatableArray<ScriptCallModel> ForEachCalls { get; init; }

    public int Concurrency { get; init; } = 1;

    /// <summary>Values kept from the response.</summary>
    public EquatableArray<StepValueModel> Set { get; init; }

    /// <summary>The scripts that <see cref="Set"/> needs.</summary>
    public EquatableArray<ScriptCallModel> SetCalls { get; init; }
}

/// <param name="CSharpName">The property of the frame.</param>
public sealed record StepValueModel(string Name, string CSharpName, TypedExpression Value);

/// <summary>A type with its schema: what reads, writes and validates a value.</summary>
/// <param name="Schema">Where the schema stands; null accepts any value of the type.</param>
public sealed record ContractModel(TypeModel Type, SchemaReference? Schema);

/// <summary>A schema inside the text of a datatype.</summary>
/// <param name="Datatype">The C# name of the datatype whose class holds the text.</param>
/// <param name="Pointer">A JSON pointer into it; empty for the whole.</param>
public sealed record SchemaReference(string Datatype, string Pointer);
