using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>What does not change between the requests about a job.</summary>
internal sealed record JobShapes(RequestShape Status, RequestShape? Result)
{
    public static JobShapes Of(ActionDescriptor action, string? server, string method, string? resultServer, string? resultMethod, ResponseBodyKind bodyKind) => new(
        RequestShape.OfJob(action, server, method, resultMethod is null ? bodyKind : ResponseBodyKind.Json),
        resultMethod is null ? null : RequestShape.OfJob(action, resultServer, resultMethod, bodyKind));
}
