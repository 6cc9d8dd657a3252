namespace Interactor.Runtime;

/// <summary>A range of HTTP status codes (RFC 9110, section 15), both ends included.</summary>
public readonly record struct StatusRange(int From, int To)
{
    /// <summary>Whether a status code lies in the range.</summary>
    public bool Contains(int status) => status >= From && status <= To;
}
