namespace Interactor.Host.Connecting;

/// <summary>What an application asks to have connected.</summary>
/// <param name="Owner">The connector's owner.</param>
/// <param name="Connector">The connector's id.</param>
/// <param name="Account">The application's name for its user.</param>
/// <param name="RedirectUrl">Where the person goes afterwards; null for a page of the host.</param>
/// <param name="SkipInput">Whether nothing is asked where every value is known.</param>
/// <param name="Method">The id of a security method; null lets the person choose where there are several.</param>
internal sealed record ConnectRequest(string Owner, string Connector, string Account, string? RedirectUrl, bool SkipInput, string? Method);
