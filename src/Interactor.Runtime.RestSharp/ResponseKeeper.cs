using System.Net.Http.Headers;
using RestSharp;

namespace Interactor.Runtime;

/// <summary>
/// Takes the response with its unread body out of RestSharp, which would read all of it whatever its size, or dispose it before the runtime reads it.
/// Interceptors see the status and the headers afterwards, and the body before.
/// </summary>
internal sealed class ResponseKeeper
{
    public HttpResponseMessage? Response { get; private set; }

    public RestResponse Keep(HttpResponseMessage response, RestRequest request)
    {
        HttpResponseMessage kept = new(response.StatusCode)
        {
            Version = response.Version,
            ReasonPhrase = response.ReasonPhrase,
            Content = response.Content,
        };
        foreach ((string name, HeaderStringValues values) in response.Headers.NonValidated)
        {
            kept.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }

        Response = kept;

        // RestSharp disposes its message next, and must not take the body with it.
        response.Content = null;
        return new RestResponse(request)
        {
            StatusCode = kept.StatusCode,
            StatusDescription = kept.ReasonPhrase,
            IsSuccessStatusCode = kept.IsSuccessStatusCode,
            ResponseStatus = ResponseStatus.Completed,
            Version = kept.Version,
            Headers = [.. kept.Headers.SelectMany(static h => h.Value, static (h, value) => new HeaderParameter(h.Key, value))],
        };
    }
}
