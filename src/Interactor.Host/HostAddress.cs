namespace Interactor.Host;

/// <summary>Where browsers reach the host: known once it listens.</summary>
internal sealed class HostAddress
{
    private Uri? _url;

    /// <summary>The address, without a slash at its end.</summary>
    public string Url => _url?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? throw new InvalidOperationException("The host does not listen yet.");

    public void Set(Uri url) => _url = url;
}
