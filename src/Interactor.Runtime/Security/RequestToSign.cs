using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A request as it is about to be sent.</summary>
/// <param name="Headers">Takes what the signature adds.</param>
/// <param name="Body">The bytes of the body; none where it has no body.</param>
internal readonly record struct RequestToSign(ActionContext Context, HttpMethod Method, Uri Uri, RequestBuilder Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Says where it goes, and nothing that is secret.</summary>
    public override string ToString() => $"RequestToSign {{ Method = {Method}, Host = {Uri.Host} }}";
}
