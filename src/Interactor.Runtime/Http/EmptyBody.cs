namespace Interactor.Runtime.Http;

/// <summary>
/// What a request that may change something is sent with where it has no body. Where a connection ends before an answer, .NET's client sends a request without content again by itself,
/// three times at most and whatever its method; one whose content was begun, however empty, it does not.
/// </summary>
internal static class EmptyBody
{
    /// <summary>Content of no bytes, and none for the safe methods (RFC 9110, section 9.2.1), which may be repeated.</summary>
    public static HttpContent? For(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace ? null : new ByteArrayContent([]);
}
