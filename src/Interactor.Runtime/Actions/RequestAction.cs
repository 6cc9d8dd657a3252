using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime;

/// <summary>An action of one request, whose output is the body of the response.</summary>
public sealed class RequestAction<TInput, TOutput> : ActionDescriptor<TInput, TOutput>
{
    private RequestShape? _shape;

    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method (RFC 9110, section 9).</summary>
    public required string Method { get; init; }

    /// <summary>How the body of the response is read.</summary>
    public ResponseBodyKind BodyKind { get; init; } = ResponseBodyKind.Json;

    /// <summary>How a body that is XML is read; null for the generic shape.</summary>
    public XmlShape? Xml { get; init; }

    /// <summary>Writes the request: path, query, headers and body. It runs once for each attempt.</summary>
    public required Action<RequestBuilder, TInput, ActionContext> Build { get; init; }

    /// <summary>The scripts that <see cref="Build"/> needs; null for none.</summary>
    public ScriptCalls<TInput>? BuildCalls { get; init; }

    /// <summary>How the page after the one that a call gives is found; null for an action that gives no pages.</summary>
    public PageRules<TInput, ResponseValue<TOutput>, TOutput>? Pages { get; init; }

    /// <summary>How the end of the job is awaited that the request begins; null for an action that begins none.</summary>
    public JobRules<TInput>? Job { get; init; }

    internal override Action<Utf8JsonWriter, TOutput>? WriteItems => Pages?.WriteItems;

    internal override OutgoingRequest ToRequest(ActionContext context, TInput input)
    {
        RequestShape shape = _shape ??= RequestShape.Of(this, Id, Server, Method, BodyKind, Xml);
        return Job is not null ? new JobStartRequest<TInput>(shape, context, Build, input, Job, BodyKind) { Calls = BuildCalls }
            : Pages is null ? new BuiltRequest<TInput>(shape, context, Build, input) { Calls = BuildCalls }
            : Pages.ToRequest(this, shape, BodyKind, context, Build, BuildCalls, input);
    }

    internal override TOutput Read(Reply reply, ActionContext context, TInput input)
    {
        TOutput output = BodyReader.Read(reply, Output, BodyKind, Xml, context);
        if (context.Utf8Output is { } utf8)
        {
            utf8.Value = BodyReader.Utf8Of(reply, Output, BodyKind, output);
        }

        if (Pages is not null)
        {
            Pages.Leave(context, input, new ResponseValue<TOutput>(reply.Status, new ResponseHeaders(reply.Message), output, default), output);
        }

        return output;
    }
}
