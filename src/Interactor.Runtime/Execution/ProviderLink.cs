using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Reads a URL that an answer gives for a further request.</summary>
internal static class ProviderLink
{
    /// <summary>The whole URL of a link that may be relative to that of the request before (RFC 3986, section 5).</summary>
    /// <param name="from">The URL of that request.</param>
    /// <param name="link">What the provider gave.</param>
    /// <param name="what">What it is to be.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ProviderError"/>: it is not an http or https URL.</exception>
    public static Uri Resolve(Uri from, string link, string what) =>
        !link.AsSpan().ContainsAnyInRange('\0', '\x1f') && Uri.TryCreate(from, link, out Uri? target) && RequestUri.IsHttp(target)
            ? target
            : throw new InteractorException(ErrorCode.ProviderError, $"What the provider gives as {what} is not an http or https URL.");
}
