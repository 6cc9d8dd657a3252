using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A request as it is about to be sent.</summary>
/// <param name="Headers">Takes what the signature adds.</param>
/// <param name="Content">The body; null where it has none.</param>
internal readonly record struct RequestToSign(ActionContext Context, HttpMethod Method, Uri Uri, RequestBuilder Headers, RequestContent? Content)
{
    /// <summary>The bytes of the body; none where it has no body.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is not in memory.</exception>
    public ReadOnlyMemory<byte> Body => Content?.Bytes ?? default;

    /// <summary>The headers with the media type of the body, which the client writes by itself.</summary>
    public IEnumerable<KeyValuePair<string, string>> AllHeaders() =>
        Headers.ContentType is { } type && !Headers.HasHeader("Content-Type") && (Content is { IsStreamed: true } || !Body.IsEmpty)
            ? Headers.Headers.Append(new KeyValuePair<string, string>("Content-Type", type))
            : Headers.Headers;

    /// <summary>Says where it goes, and nothing that is secret.</summary>
    public override string ToString() => $"RequestToSign {{ Method = {Method}, Host = {Uri.Host} }}";
}
