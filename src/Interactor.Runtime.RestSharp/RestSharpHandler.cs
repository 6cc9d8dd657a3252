using System.Runtime.ExceptionServices;
using RestSharp;

namespace Interactor.Runtime;

/// <summary>
/// A transport for <see cref="ConnectorOptions.HttpHandler"/> that sends each request through a <see cref="RestClient"/>: with its interceptors, its
/// authenticator, its default parameters and its proxy. Retry, tokens, errors and limits stay with the runtime.
/// </summary>
/// <remarks>The client is not disposed with the handler. Bodies of requests are held in memory, save for content that was not there before; bodies of responses are not.</remarks>
public sealed class RestSharpHandler : HttpMessageHandler
{
    private readonly IRestClient _client;
    private readonly HostList _hosts;

    /// <summary>A transport over a client.</summary>
    /// <param name="client">The client. It must not follow redirects itself, and must not keep cookies.</param>
    /// <param name="hosts">
    /// The hosts that may see what the client adds, such as its authenticator's credential; requests to any other host are refused. <c>*.example.com</c> stands
    /// for every host below <c>example.com</c>, and <c>http://</c> before a host allows it without encryption. Usually the connector's egress:
    /// <c>GmailConnector.Descriptor.Egress</c>.
    /// </param>
    /// <exception cref="ArgumentException">The client could carry credentials or cookies to where they do not belong.</exception>
    public RestSharpHandler(IRestClient client, IEnumerable<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(hosts);
        if (client.Options.RedirectOptions.FollowRedirects)
        {
            throw new ArgumentException(
                "The client follows redirects itself and could carry credentials to other hosts. "
                + "Set FollowRedirects of its options to false; the executor follows the redirects that are safe.",
                nameof(client));
        }

        if (client.Options.CookieContainer is not null)
        {
            throw new ArgumentException("The client keeps cookies, and those of one account would reach another. Leave CookieContainer of its options out.", nameof(client));
        }

        _client = client;
        _hosts = new HostList(hosts);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _hosts.Check(request.RequestUri!);
        RestRequest translated = await RequestTranslator.TranslateAsync(request, cancellationToken).ConfigureAwait(false);
        translated.Interceptors = [new ExactRequest(request, _hosts)];
        ResponseKeeper keeper = new();
        translated.AdvancedResponseWriter = keeper.Keep;
        RestResponse response;
        try
        {
            response = await _client.ExecuteAsync(translated, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // An interceptor may fail after the response was there.
            keeper.Response?.Dispose();
            throw;
        }

        if (keeper.Response is { } kept)
        {
            kept.RequestMessage = request;
            return kept;
        }

        cancellationToken.ThrowIfCancellationRequested();
        Exception failure = response.ErrorException ?? new HttpRequestException(HttpRequestError.Unknown, "The client gave no response.");
        ExceptionDispatchInfo.Throw(failure);
        throw failure;
    }
}
