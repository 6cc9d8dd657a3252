using System.Text;
using System.Text.Json.Nodes;
using Interactor.Compiler.Model;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Sandbox.Responses;

/// <summary>A response that no test gives, made from its schema and from what expressions read of it.</summary>
internal static class MadeResponse
{
    public static SandboxReply Of(ResponseModel response, BodyShape? shape, SchemaSource schemas) => response.Kind switch
    {
        ResponseBodyKind.None => new SandboxReply(204, [], null, "schema"),
        ResponseBodyKind.Text => new SandboxReply(200, Encoding.UTF8.GetBytes("sandbox text"), "text/plain; charset=utf-8", "schema"),
        ResponseBodyKind.Bytes => new SandboxReply(200, "sandbox bytes"u8.ToArray(), "application/octet-stream", "schema"),
        ResponseBodyKind.Xml => Xml(response, shape, schemas),
        _ => SandboxReply.Json(200, new ValueSample(schemas).Of(schemas.Of(response.Body), shape), "schema"),
    };

    /// <summary>A stream of one item.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="item">The contract of an item.</param>
    /// <param name="schemas">The schemas of the connector.</param>
    public static SandboxReply Of(StreamBody body, ContractModel item, SchemaSource schemas)
    {
        if (body.Stream.Kind == StreamKind.Bytes)
        {
            return Of(new ResponseModel(item, ResponseBodyKind.Bytes, KeepRaw: false), shape: null, schemas);
        }

        JsonNode? value = new ValueSample(schemas).Of(schemas.Of(item), shape: null);
        string text = body.IsText && value is JsonValue scalar ? scalar.GetValue<string>() : value?.ToJsonString() ?? "null";
        IEnumerable<string> items = body.Stream.End is { } end ? [text, end] : [text];
        return body.Stream.Kind == StreamKind.Events
            ? Reply(string.Concat(items.Select(i => Event(body.Stream.Types.FirstOrDefault(), i))), "text/event-stream")
            : Reply(string.Concat(items.Select(static i => i + "\n")), body.IsText ? "text/plain; charset=utf-8" : "application/x-ndjson");
    }

    private static SandboxReply Xml(ResponseModel response, BodyShape? shape, SchemaSource schemas)
    {
        string json = new ValueSample(schemas).Of(schemas.Of(response.Body), shape)?.ToJsonString() ?? "null";
        return new SandboxReply(200, schemas.ShapeOf(response.Xml).Write(Runtime.Json.JsonValue.Parse(json)), "application/xml; charset=utf-8", "schema");
    }

    private static string Event(string? type, string data) =>
        (type is null ? "" : $"event: {type}\n") + string.Concat(data.Split('\n').Select(static line => $"data: {line}\n")) + "\n";

    private static SandboxReply Reply(string text, string mediaType) => new(200, Encoding.UTF8.GetBytes(text), mediaType, "schema");
}
