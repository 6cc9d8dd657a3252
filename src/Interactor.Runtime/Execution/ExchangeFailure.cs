using System.Net.Sockets;

namespace Interactor.Runtime.Execution;

/// <summary>What an exception of the transport means. A handler of the user's, and the stream that it gives, may throw anything.</summary>
internal static class ExchangeFailure
{
    /// <summary>Whether a body is not in the coding that the answer says (RFC 9110, section 8.4).</summary>
    /// <param name="e">What reading the body threw; the decoder for Brotli throws <see cref="InvalidOperationException"/>.</param>
    public static bool IsUndecodable(Exception e) => (e is HttpRequestException { InnerException: { } inner } ? inner : e)
        is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>The failure. One of the network is <see cref="ErrorCode.Transient"/>, and nothing else is.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="host">With whom the exchange was.</param>
    /// <param name="status">That of the answer whose body was read; null where there was none yet.</param>
    public static InteractorException Of(Exception e, string host, int? status)
    {
        if (status is not null && IsUndecodable(e))
        {
            return new InteractorException(ErrorCode.ContractViolation, $"The body of the answer of {host} ({status}) cannot be decoded.", e) { Status = status };
        }

        if (e is HttpRequestException or IOException or SocketException or TimeoutException)
        {
            string reason = (e as HttpRequestException)?.HttpRequestError.ToString() ?? nameof(HttpRequestError.Unknown);
            return new InteractorException(ErrorCode.Transient, $"The exchange with {host} failed on the network ({reason}).", e);
        }

        return new InteractorException(ErrorCode.InputInvalid, $"The exchange with {host} failed in the handler that sends requests, and not on the network ({e.GetType().Name}).", e);
    }
}
