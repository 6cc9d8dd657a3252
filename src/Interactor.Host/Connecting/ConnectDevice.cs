namespace Interactor.Host.Connecting;

/// <summary>What a person is shown who consents on another device, and what the host waits with (RFC 8628).</summary>
/// <param name="UserCode">What the person enters.</param>
/// <param name="Address">Where.</param>
/// <param name="CompleteAddress">The same with the code in it; null where the provider has none.</param>
/// <param name="Pending">What the runtime waits with (<c>PendingDevice.ToJson</c>).</param>
internal sealed record ConnectDevice(string UserCode, string Address, string? CompleteAddress, byte[] Pending)
{
    /// <summary>Says where, and nothing that is secret.</summary>
    public override string ToString() => $"ConnectDevice {{ Address = {Address} }}";
}
