using System.Globalization;
using System.Net.Sockets;
using Interactor.Runtime;

namespace Interactor.Host.Api;

/// <summary>Why a request is not answered as it was meant: the status, and what its body says.</summary>
/// <param name="Status">The status code (RFC 9110, section 15).</param>
/// <param name="Error">What went wrong, for people.</param>
/// <param name="Code">Why, of the closed set.</param>
internal sealed record Refusal(int Status, string Error, ErrorCode Code)
{
    /// <summary>Every finding with its place in the input.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; init; } = [];

    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the log has a line of it already, which whoever found the failure wrote.</summary>
    public bool IsLogged { get; init; }

    public static Refusal Invalid(string error) => new(400, error, ErrorCode.InputInvalid);

    public static Refusal NotFound(string error) => new(404, error, ErrorCode.NotFound);

    /// <summary>An account that was never connected, of which the runtime has written into the log. The text is part of the published contract.</summary>
    public static Refusal NotConnected { get; } = new(500, "Account has no tokens", ErrorCode.AuthDenied) { IsLogged = true };

    /// <summary>
    /// The answer for a failure of the runtime. Callers of the published contract match the texts that it gives for a refused token, a timeout and a refused
    /// connection, all of which have the status 500; the others have the status that says most about them.
    /// </summary>
    public static Refusal Of(InteractorException failure)
    {
        Refusal refusal = failure.Code switch
        {
            ErrorCode.AuthExpired or ErrorCode.AuthRevoked or ErrorCode.AuthDenied => new Refusal(500, "Connector token is unauthorized", failure.Code),
            ErrorCode.Timeout => new Refusal(500, "Timeout", failure.Code),
            ErrorCode.Transient when IsRefusedConnection(failure) => new Refusal(500, "econnrefused", failure.Code),
            _ => new Refusal(StatusOf(failure.Code), failure.Message, failure.Code),
        };
        return refusal with { Details = failure.Details, RetryAfter = failure.RetryAfter };
    }

    /// <summary>The seconds of the header <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
    public string? RetryAfterSeconds => RetryAfter is { } wait ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("F0", CultureInfo.InvariantCulture) : null;

    private static int StatusOf(ErrorCode code) => code switch
    {
        ErrorCode.InputInvalid => 400,
        ErrorCode.InsufficientScope => 403,
        ErrorCode.NotFound => 404,
        ErrorCode.Conflict => 409,
        ErrorCode.RateLimited or ErrorCode.QuotaExceeded => 429,
        ErrorCode.ScriptError => 500,
        _ => 502,
    };

    private static bool IsRefusedConnection(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                return true;
            }
        }

        return false;
    }
}
