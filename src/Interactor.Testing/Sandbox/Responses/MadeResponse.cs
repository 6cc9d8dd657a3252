using System.Text;
using Interactor.Compiler.Model;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Sandbox.Responses;

/// <summary>A response that no test gives, made from its schema and from what expressions read of it.</summary>
internal static class MadeResponse
{
    public static SandboxReply Of(ContractModel contract, ResponseBodyKind kind, BodyShape? shape, SchemaSource schemas) => kind switch
    {
        ResponseBodyKind.None => new SandboxReply(204, [], null, "schema"),
        ResponseBodyKind.Text => new SandboxReply(200, Encoding.UTF8.GetBytes("sandbox text"), "text/plain; charset=utf-8", "schema"),
        ResponseBodyKind.Bytes => new SandboxReply(200, "sandbox bytes"u8.ToArray(), "application/octet-stream", "schema"),
        _ => SandboxReply.Json(200, new ValueSample(schemas).Of(schemas.Of(contract), shape), "schema"),
    };
}
