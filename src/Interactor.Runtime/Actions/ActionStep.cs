using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime;

/// <summary>One step of a <see cref="StepsAction{TFrame, TInput, TOutput}"/>. Timeout, retry and error rules are those of its action.</summary>
public abstract class ActionStep<TFrame>
    where TFrame : class
{
    private RequestShape? _shape;

    private protected ActionStep()
    {
    }

    /// <summary>The id, unique in the action.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the server that the path belongs to; null where the step gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method (RFC 9110, section 9).</summary>
    public required string Method { get; init; }

    /// <summary>How the body of the response is read.</summary>
    public ResponseBodyKind BodyKind { get; init; } = ResponseBodyKind.Json;

    /// <summary>How a body that is XML is read; null for the generic shape.</summary>
    public XmlShape? Xml { get; init; }

    /// <summary>Whether <see cref="ResponseValue{TBody}.Raw"/> is wanted, which costs a copy of the body.</summary>
    public bool KeepRaw { get; init; }

    /// <summary>The scripts that <see cref="When"/> needs; null for none.</summary>
    public ScriptCalls<TFrame>? WhenCalls { get; init; }

    /// <summary>Whether the step runs; null for always.</summary>
    public Func<TFrame, ActionContext, bool>? When { get; init; }

    internal abstract ValueTask RunAsync(ActionDescriptor action, TFrame frame, ActionContext context);

    private protected RequestShape ShapeFor(ActionDescriptor action) => _shape ??= RequestShape.Of(action, Id, Server, Method, BodyKind, Xml);
}
