using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime;

/// <summary>An action of one request, whose output is built from the response.</summary>
public sealed class MappedRequestAction<TInput, TBody, TOutput> : ActionDescriptor<TInput, TOutput>
{
    private RequestShape? _shape;

    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method (RFC 9110, section 9).</summary>
    public required string Method { get; init; }

    /// <summary>How the body of the response is read by <see cref="Body"/>.</summary>
    public ResponseBodyKind BodyKind { get; init; } = ResponseBodyKind.Json;

    /// <summary>How a body that is XML is read; null for the generic shape.</summary>
    public XmlShape? Xml { get; init; }

    /// <summary>The contract of the response's body; may be null where the body is not JSON.</summary>
    public JsonContract<TBody>? Body { get; init; }

    /// <summary>Whether <see cref="ResponseValue{TBody}.Raw"/> is wanted, which costs a copy of the body.</summary>
    public bool KeepRaw { get; init; }

    /// <summary>Writes the request: path, query, headers and body. It runs once for each attempt.</summary>
    public required Action<RequestBuilder, TInput, ActionContext> Build { get; init; }

    /// <summary>The scripts that <see cref="Build"/> needs; null for none.</summary>
    public ScriptCalls<TInput>? BuildCalls { get; init; }

    /// <summary>The scripts that <see cref="Map"/> needs; null for none.</summary>
    public ScriptCalls<TInput, ResponseValue<TBody>>? MapCalls { get; init; }

    /// <summary>Writes the output as one JSON value.</summary>
    public required Action<Utf8JsonWriter, TInput, ResponseValue<TBody>, ActionContext> Map { get; init; }

    /// <summary>How the page after the one that a call gives is found; null for an action that gives no pages.</summary>
    public PageRules<TInput, ResponseValue<TBody>, TOutput>? Pages { get; init; }

    /// <summary>How the end of the job is awaited that the request begins; null for an action that begins none.</summary>
    public JobRules<TInput>? Job { get; init; }

    internal override bool CallsScripts => MapCalls is not null;

    internal override Action<Utf8JsonWriter, TOutput>? WriteItems => Pages?.WriteItems;

    internal override OutgoingRequest ToRequest(ActionContext context, TInput input)
    {
        RequestShape shape = _shape ??= RequestShape.Of(this, Id, Server, Method, BodyKind, Xml);
        return Job is not null ? new JobStartRequest<TInput>(shape, context, Build, input, Job, BodyKind) { Calls = BuildCalls }
            : Pages is null ? new BuiltRequest<TInput>(shape, context, Build, input) { Calls = BuildCalls }
            : Pages.ToRequest(this, shape, BodyKind, context, Build, BuildCalls, input);
    }

    internal override TOutput Read(Reply reply, ActionContext context, TInput input) =>
        Shape(BodyReader.ReadValue(reply, Body, BodyKind, Xml, KeepRaw, context), context, input);

    internal override async ValueTask<TOutput> ReadAsync(Reply reply, ActionContext context, TInput input)
    {
        ResponseValue<TBody> response = BodyReader.ReadValue(reply, Body, BodyKind, Xml, KeepRaw, context);
        await MapCalls!.MakeAsync(input, response, context).ConfigureAwait(false);
        return Shape(response, context, input);
    }

    private TOutput Shape(ResponseValue<TBody> response, ActionContext context, TInput input)
    {
        using PooledJson json = PooledJson.Rent();
        Map(json.Writer, input, response, context);
        TOutput output = BodyReader.ReadMapped(json, Output, context);
        Pages?.Leave(context, input, response, output);
        return output;
    }
}
