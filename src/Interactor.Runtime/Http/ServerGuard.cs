namespace Interactor.Runtime.Http;

/// <summary>Refuses a server's URL that a value made into something else than the base of a URL, whether or not a credential goes there.</summary>
internal sealed class ServerGuard
{
    // The last URL that was found good: a connector has few, and most calls in a row go to one.
    private string? _lastGood;

    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/> with the server's name and without its URL, which may hold a secret.</exception>
    public string Check(string? name, string url)
    {
        if (!ReferenceEquals(_lastGood, url) && _lastGood != url)
        {
            if (!UrlRules.IsServer(url) || !Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                throw new InteractorException(
                    ErrorCode.InputInvalid,
                    $"The URL of the server '{name}' is not an absolute http or https URL without query and fragment: a value in it is not fit for a URL.");
            }

            _lastGood = url;
        }

        return url;
    }
}
