namespace Interactor.Runtime;

/// <summary>How one request to the provider ended, without its path, its query, its headers and its bodies, which may hold secrets.</summary>
/// <param name="Action">The id of the action, or what the request of a security method is for, such as <c>token endpoint</c>.</param>
/// <param name="Method">The request's method (RFC 9110, section 9).</param>
/// <param name="Host">The provider's host.</param>
/// <param name="Status">The status code of the response; null where none arrived.</param>
/// <param name="Duration">From sending the request to the end of reading the response, of a stream to its beginning.</param>
/// <param name="Error">Why it failed; null where it did not, and without a status where the caller cancelled it.</param>
public readonly record struct AttemptReport(string Action, string Method, string Host, int? Status, TimeSpan Duration, ErrorCode? Error)
{
    /// <summary>Whether it belongs to an action; the others obtain, renew or end a credential.</summary>
    public bool IsOfAction { get; init; }

    /// <summary>Whether it may have reached the provider, which it did not where no connection came about.</summary>
    public bool WasSent { get; init; }
}
