using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Reads a URL that a page gives for the next one.</summary>
internal static class PageLink
{
    /// <summary>The whole URL of a link that may be relative to the page's own (RFC 3986, section 5).</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ProviderError"/>: it is not an http or https URL.</exception>
    public static Uri Resolve(Uri page, string link) =>
        !link.AsSpan().ContainsAnyInRange('\0', '\x1f') && Uri.TryCreate(page, link, out Uri? target) && RequestUri.IsHttp(target)
            ? target
            : throw new InteractorException(ErrorCode.ProviderError, "What the provider gives as the link to the next page is not an http or https URL.");
}
