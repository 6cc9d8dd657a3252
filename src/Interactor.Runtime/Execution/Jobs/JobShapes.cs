using Interactor.Runtime.Http;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime.Execution;

/// <summary>What does not change between the requests about a job.</summary>
internal sealed record JobShapes(RequestShape Status, RequestShape? Result)
{
    /// <summary>The shapes of a job whose last answer about it has the result.</summary>
    /// <param name="action">The action that began it.</param>
    /// <param name="status">Asks about it.</param>
    /// <param name="statusXml">How an answer to that is read that is XML; null where nothing says so.</param>
    /// <param name="result">Asks for the result; null where the last answer about the job has it.</param>
    /// <param name="bodyKind">How the answer with the result is read.</param>
    /// <param name="xml">The same where it is XML.</param>
    public static JobShapes Of(
        ActionDescriptor action, JobEndpoint status, XmlShape? statusXml, JobEndpoint? result, ResponseBodyKind bodyKind, XmlShape? xml)
    {
        ResponseBodyKind statusKind = result is null ? bodyKind : statusXml is null ? ResponseBodyKind.Json : ResponseBodyKind.Xml;
        return new JobShapes(
            RequestShape.OfJob(action, status, statusKind, statusXml ?? (result is null ? xml : null)),
            result is { } last ? RequestShape.OfJob(action, last, bodyKind, xml) : null);
    }
}
