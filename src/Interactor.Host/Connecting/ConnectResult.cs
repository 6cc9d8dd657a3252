using Interactor.Host.Api;
using Interactor.Runtime;

namespace Interactor.Host.Connecting;

/// <summary>How waiting for a person on another device ended.</summary>
/// <param name="Label">What a person recognises the account by, as far as known.</param>
/// <param name="Code">Why it failed, of the closed set; null where the account is connected.</param>
/// <param name="Error">The same for people.</param>
internal sealed record ConnectResult(string? Label, string? Code = null, string? Error = null)
{
    public ConnectOutcome ToOutcome(ConnectTicket ticket) => Code is null
        ? new ConnectOutcome.Connected(ticket, Label)
        : new ConnectOutcome.Failed(ticket, new Refusal(400, Error ?? "", ErrorCodeText.TryParse(Code, out ErrorCode code) ? code : ErrorCode.AuthDenied));
}
